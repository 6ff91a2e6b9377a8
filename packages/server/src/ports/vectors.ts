import type { Language } from "@yiwen/shared";
import type { Passage } from "../dialogue/facts.ts";
import type { Near } from "../knowledge/nearest.ts";
import type { EmbeddingAccess } from "./embedder.ts";

/** A passage and, where it has a vector of the space, the digest of the text that this was made of. */
export type PassageState = { passage: Passage; digest?: string };

/** `vector` is empty where a passage's text was refused: it isn't asked for again until the text changes. */
export type NewVector = { passage: string; digest: string; vector: Float32Array };

/** `nth` grows with every change of the shop's vectors. */
export type StoredVector = { passage: string; vector: Float32Array; nth: number };

/** What is asked of the database; nothing more is done for whoever doesn't wait any more. */
export type VectorQuestion = { vector: Float32Array; language: Language; limit: number; signal: AbortSignal };

/** The vectors of shops' passages, and the endpoints of shops that have their own. */
export type Vectors = {
  access(shop: string): Promise<EmbeddingAccess | undefined>;
  /** Without an access the shop has none of its own any more. */
  saveAccess(shop: string, access: EmbeddingAccess | undefined): Promise<void>;
  /** Shops that have passages. */
  shops(): Promise<string[]>;
  /** The shop's next passages by id, of these documents or of all. */
  page(
    shop: string,
    space: string,
    part: { after: string; limit: number; documents?: string[] },
  ): Promise<PassageState[]>;
  save(shop: string, space: string, vectors: NewVector[]): Promise<void>;
  /** Forgets the vectors of passages that are gone. */
  prune(shop: string): Promise<void>;
  /** What was stored after `nth`, in that order. */
  since(shop: string, space: string, part: { nth: number; limit: number }): Promise<StoredVector[]>;
  /** How many passages have a vector of the space. */
  count(shop: string, space: string): Promise<number>;
  /** Whether this process may make the shop's vectors until then (epoch milliseconds); it may ask for longer. */
  claim(shop: string, by: string, times: { now: number; until: number }): Promise<boolean>;
  release(shop: string, by: string): Promise<void>;
  /**
   * The passages nearest to a question, found by the database itself. Absent where it has no means for it: whoever asks
   * then compares them one by one.
   */
  nearest?(shop: string, space: string, question: VectorQuestion): Promise<Near>;
};
