import type OpenAI from "openai";
import type { Embedded, Embedder, EmbeddingAccess, EmbedRequest } from "../../ports/embedder.ts";
import { createClients } from "./client.ts";
import { failureOf, kindOf } from "./failures.ts";
import { createGuards, ModelFailure, type Patience } from "./guards.ts";
import { estimate } from "./read-stream.ts";

/** Milliseconds: `urgentMs` for what somebody waits for. */
type EmbedPatience = Patience & { urgentMs: number };

const usual: EmbedPatience = {
  concurrency: 8,
  stallMs: 30_000,
  urgentMs: 400,
  retries: 2,
  retryMs: 300,
  failures: 5,
  openMs: 30_000,
};

/** Any server of vectors that speaks OpenAI's protocol. `now` answers epoch milliseconds. */
export function createOpenaiEmbedder({ now, ...given }: { now: () => number } & Partial<EmbedPatience>): Embedder {
  const patience = { ...usual, ...given };
  const clientOf = createClients();
  // What goes on in the background takes no room from questions, and its failures say nothing about them.
  const unhurried = createGuards(patience, now);
  const urgent = createGuards({ ...patience, retries: 0 }, now);
  return {
    async embed(access, request) {
      const guard = (request.isUrgent ? urgent : unhurried)(access);
      const withinMs = request.isUrgent ? patience.urgentMs : patience.stallMs;
      try {
        const data = await guard.run(request.signal, () => once(clientOf(access), access, request, withinMs));
        return { ok: true, data };
      } catch (error) {
        const isRefused = error instanceof ModelFailure && error.isOurs;
        const kind = isRefused ? "refused" : kindOf(error, request.signal);
        return { ok: false, error: { kind, message: error instanceof Error ? error.message : String(error) } };
      }
    },
    isDown: (access) => urgent(access).isOpen(),
  };
}

async function once(
  client: OpenAI,
  { model, dimensions }: EmbeddingAccess,
  { texts, signal }: EmbedRequest,
  withinMs: number,
): Promise<Embedded> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), withinMs);
  try {
    // As plain numbers: not every server knows the packed form that the library would ask for by itself.
    const body = { model, input: texts, encoding_format: "float" as const, ...(dimensions && { dimensions }) };
    const reply = await client.embeddings.create(body, { signal: AbortSignal.any([signal, late.signal]) });
    const inputTokens = reply.usage?.prompt_tokens ?? texts.reduce((sum, text) => sum + estimate(text), 0);
    return { vectors: vectorsOf(reply.data, texts.length), inputTokens };
  } catch (error) {
    if (late.signal.aborted && !signal.aborted) {
      throw new ModelFailure(`no answer in ${withinMs} ms`, { isPassing: true });
    }
    throw failureOf(error, signal);
  } finally {
    clearTimeout(timer);
  }
}

/** The vectors in the order of the texts, each brought to length 1. */
function vectorsOf(data: unknown, count: number): Float32Array[] {
  const rows = (Array.isArray(data) ? data : []) as { index?: number; embedding?: unknown }[];
  const vectors: Float32Array[] = [];
  rows.forEach(({ index, embedding }, at) => {
    if (Array.isArray(embedding)) vectors[index ?? at] = toUnit(embedding as number[]);
  });
  const length = vectors[0]?.length ?? 0;
  const isWhole = rows.length === count && vectors.length === count && length > 0;
  if (!isWhole || !vectors.every((vector) => vector?.length === length)) {
    throw new ModelFailure("it answered what can't be read", { isPassing: true });
  }
  return vectors;
}

function toUnit(values: number[]): Float32Array {
  const length = Math.hypot(...values);
  if (!(length > 0 && Number.isFinite(length))) throw new ModelFailure("it answered no direction", { isPassing: true });
  return Float32Array.from(values, (value) => value / length);
}
