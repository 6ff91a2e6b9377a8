import type { ErrorBody } from "../errors.ts";

/** A picture chosen for sending: first it waits in the composer, then it goes up. */
export type ChosenPicture = {
  key: string;
  file: Blob;
  /** A `blob:` address of the file. */
  src: string;
  /** `staged` waits for the send button. */
  status: "staged" | "sending" | "failed";
  /** Epoch milliseconds at which it was sent. */
  at: number;
  /** How much of it went up, 0 to 1. */
  progress: number;
  error?: Pick<ErrorBody, "code">;
};
