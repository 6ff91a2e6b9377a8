/** `checking` is shown to nobody but WeChat until it has `passed`; what is `refused` nobody sees again. */
export type UploadStatus = "ready" | "checking" | "passed" | "refused";

/** Who sent something up. */
export type UploadOwner = { kind: "shopper" | "agent"; id: string };

/** What is known of a picture that was sent up; its bytes are with `Files`. Sizes in pixels and bytes. */
export type Upload = {
  shop: string;
  id: string;
  owner: UploadOwner;
  mime: string;
  size: number;
  width: number;
  height: number;
  status: UploadStatus;
  /** Epoch milliseconds. */
  createdAt: number;
};

/** A check under way at WeChat. */
export type PictureCheck = { traceId: string; conversation: string; message: string };

/** The pictures that were sent up. Every call names a shop; nothing crosses shops. */
export type Uploads = {
  create(upload: Upload): Promise<void>;
  find(shop: string, id: string): Promise<Upload | undefined>;
  /** Changes the status if it is one of `from`; answers whether it did. */
  move(shop: string, id: string, from: UploadStatus[], to: UploadStatus): Promise<boolean>;
  /** Notes under which name WeChat will tell of the picture, and which message waits for it. */
  checkBegan(shop: string, id: string, check: PictureCheck): Promise<void>;
  /** The picture that WeChat tells of. */
  findByTrace(shop: string, traceId: string): Promise<(PictureCheck & { id: string }) | undefined>;
  /** When the owner's `nth` latest picture was sent up (1 is the latest), if that was after `since`. */
  nthLatestAt(shop: string, owner: UploadOwner, nth: number, since: number): Promise<number | undefined>;
};
