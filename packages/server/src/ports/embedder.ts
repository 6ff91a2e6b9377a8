import type { ModelAccess, ModelErrorKind } from "./model.ts";

/** Where texts become vectors, in OpenAI's protocol; `dimensions` is asked for where it is given. */
export type EmbeddingAccess = ModelAccess & { dimensions?: number };

export type EmbedRequest = {
  texts: string[];
  /** Ends the request: nobody waits for it any more. */
  signal: AbortSignal;
  /** Somebody waits: one try, and only for a moment. */
  isUrgent?: boolean;
};

/** Vectors of length 1, one a text in their order, and how many tokens the texts had. */
export type Embedded = { vectors: Float32Array[]; inputTokens: number };

/** As the model's; `refused`: these very texts are not taken, fewer or others may be. */
export type EmbedErrorKind = ModelErrorKind | "refused";

/** `message` holds no secret. */
export type EmbedResult =
  | { ok: true; data: Embedded }
  | { ok: false; error: { kind: EmbedErrorKind; message: string } };

/** Makes vectors of texts: what means alike lies near. No call throws: what went wrong is in the result. */
export type Embedder = {
  embed(access: EmbeddingAccess, request: EmbedRequest): Promise<EmbedResult>;
  /** Urgent requests failed so often that none is made for a while. */
  isDown(access: EmbeddingAccess): boolean;
};

/** Vectors of different spaces can't be compared: the name of the one that an access makes. */
export function spaceOf({ model, dimensions }: EmbeddingAccess): string {
  return dimensions === undefined ? model : `${model}@${dimensions}`;
}
