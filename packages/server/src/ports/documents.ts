import type { ReadFile } from "../knowledge/block.ts";

/** Reads files that are no text. */
export type Documents = {
  /** Never throws and never hangs: what can't be read is rejected with the reason. */
  read(kind: "pdf" | "docx", bytes: Uint8Array): Promise<ReadFile>;
};
