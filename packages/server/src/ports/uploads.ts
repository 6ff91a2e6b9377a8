/** `checking` may be shown until it is found `refused`; then nobody sees it again. */
export type UploadStatus = "ready" | "checking" | "refused";

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

/** The pictures that were sent up. Every call names a shop; nothing crosses shops. */
export type Uploads = {
  create(upload: Upload): Promise<void>;
  find(shop: string, id: string): Promise<Upload | undefined>;
  setStatus(shop: string, id: string, status: UploadStatus): Promise<void>;
  /** When the owner's `nth` latest picture was sent up (1 is the latest), if that was after `since`. */
  nthLatestAt(shop: string, owner: UploadOwner, nth: number, since: number): Promise<number | undefined>;
};
