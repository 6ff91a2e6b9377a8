import type { Language } from "@yiwen/shared";
import type { Passage } from "../dialogue/facts.ts";

/** A document as every reader gives it, whatever its format was: headings, and texts below them. */
export type Block =
  /** `level` counts from 1, the outermost. */
  { kind: "heading"; level: number; text: string } | { kind: "text"; text: string };

/** What is known of a document beside its words. Its name makes the ids: the same name replaces it. */
export type DocumentInfo = {
  document: string;
  url?: string;
  /** Detected where it isn't given. */
  language?: Language;
  source?: Passage["source"];
  /** When it was written, epoch milliseconds. */
  updatedAt?: number;
};

/** A part of a file that was left out. */
export type RejectedPart = {
  /** Where: "line 12", "page 3"; empty when it is the whole file. */
  place: string;
  reason: string;
  /** What stands there, shortened. */
  value?: string;
};

/** What reading a file gives: blocks to cut, or passages that are passages already, as in a list of questions. */
export type ReadFile = { blocks: Block[]; passages: Passage[]; rejected: RejectedPart[] };
