/** Bytes that are too large for the database, each kept once under its shop and id and never changed. */
export type Files = {
  /** Keeps them; when this resolves they outlive the process and, on an honest disk, a power cut. */
  save(shop: string, id: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or undefined where there are none. */
  read(shop: string, id: string): Promise<Uint8Array | undefined>;
  /** Forgets them; what is not there is forgotten already. */
  remove(shop: string, id: string): Promise<void>;
};
