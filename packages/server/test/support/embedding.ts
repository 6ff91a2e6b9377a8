import { createOpenaiEmbedder } from "../../src/adapters/openai/embedder.ts";
import type { Deps } from "../../src/deps.ts";
import { createEmbeddings } from "../../src/embedding/embeddings.ts";
import { createRecall } from "../../src/embedding/recall.ts";
import type { Models } from "../../src/model/models.ts";
import type { EmbeddingAccess } from "../../src/ports/embedder.ts";
import type { Vectors } from "../../src/ports/vectors.ts";

/** What a test's server finds passages with by their meaning; without an access no shop has it. */
export function createEmbeddingParts(
  vectors: Vectors,
  { models, now, server }: { models: Models; now: () => number; server?: EmbeddingAccess },
): Pick<Deps, "vectors" | "embeddings" | "recall"> {
  // Patient: on a busy machine an answer may take its time, and who tests impatience moves the clock.
  const embedder = createOpenaiEmbedder({ now, retryMs: 1, failures: 3, urgentMs: 25_000 });
  const embeddings = createEmbeddings({ embedder, vectors, models, ...(server && { server }) });
  return { vectors, embeddings, recall: createRecall({ embeddings, vectors }) };
}
