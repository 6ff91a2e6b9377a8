import type { BudgetShop } from "../model/models.ts";
import type { NewVector, Vectors } from "../ports/vectors.ts";
import type { Embeddings, NoVector } from "./embeddings.ts";
import { digestOf, passageText } from "./passage-text.ts";

/** What a pass came to; `made` are vectors, `tokens` what they cost. */
export type Pass = { made: number; tokens: number; stoppedBy?: NoVector };

type Job = {
  shop: BudgetShop;
  /** Undefined for all. */
  documents?: string[];
  signal: AbortSignal;
  /** Called before each request; false where another process has taken the work over. */
  mayGoOn(): Promise<boolean>;
};

type Waiting = { passage: string; digest: string; text: string };

/** Passages that are looked at and texts that are sent at a time. Servers that take fewer say so and are sent fewer. */
const page = 200;
const batch = 64;
const nothing = new Float32Array(0);

/** Makes the vectors that a shop's passages lack; what is made is kept batch by batch, so that a pass can end anywhere. */
export async function makeVectors(
  { embeddings, vectors }: { embeddings: Embeddings; vectors: Vectors },
  { shop, documents, signal, mayGoOn }: Job,
): Promise<Pass> {
  const pass: Pass = { made: 0, tokens: 0 };
  const found = await embeddings.of(shop);
  if (!found) return { ...pass, stoppedBy: "none" };
  const send = sender(embeddings, shop, signal, pass);
  let most = batch;
  let after = "";
  let waiting: Waiting[] = [];

  const flush = async (least: number): Promise<boolean> => {
    while (waiting.length >= least && waiting.length > 0) {
      if (signal.aborted || !(await mayGoOn())) {
        pass.stoppedBy = "aborted";
        return false;
      }
      const sent = await send(waiting.slice(0, most));
      if (!sent) return false;
      most = sent.most;
      await vectors.save(shop.id, found.space, sent.vectors);
      waiting = waiting.slice(sent.vectors.length);
    }
    return true;
  };

  for (;;) {
    const rows = await vectors.page(shop.id, found.space, { after, limit: page, ...(documents && { documents }) });
    for (const { passage, digest: known } of rows) {
      const text = passageText(passage);
      const digest = digestOf(text);
      if (digest !== known) waiting.push({ passage: passage.id, digest, text });
    }
    after = rows.at(-1)?.passage.id ?? after;
    const isLast = rows.length < page;
    if (!(await flush(isLast ? 1 : batch))) return pass;
    if (isLast) return pass;
  }
}

type Sent = { vectors: NewVector[]; most: number };

/** Sends texts, halving what is refused until it is taken or is one text alone, which then has no vector. */
function sender(embeddings: Embeddings, shop: BudgetShop, signal: AbortSignal, pass: Pass) {
  return async function send(some: Waiting[]): Promise<Sent | undefined> {
    const result = await embeddings.passages(
      shop,
      some.map(({ text }) => text),
      signal,
    );
    if (result.ok) {
      pass.made += some.length;
      pass.tokens += result.data.inputTokens;
      const vectors = some.map(({ passage, digest }, at) => ({ passage, digest, vector: result.data.vectors[at]! }));
      return { vectors, most: some.length };
    }
    pass.stoppedBy = result.error.kind;
    if (result.error.kind !== "refused") return undefined;
    if (some.length === 1) {
      // Is it this text, or everything?
      const other = await embeddings.passages(shop, ["你好"], signal);
      if (!other.ok) return undefined;
      delete pass.stoppedBy;
      return { vectors: some.map(({ passage, digest }) => ({ passage, digest, vector: nothing })), most: batch };
    }
    const half = Math.ceil(some.length / 2);
    const first = await send(some.slice(0, half));
    const second = first && (await send(some.slice(half)));
    if (!second) return undefined;
    delete pass.stoppedBy;
    const vectors = [...first.vectors, ...second.vectors];
    const isOneWrong = vectors.some(({ vector }) => vector.length === 0);
    return { vectors, most: isOneWrong ? batch : Math.min(first.most, half) };
  };
}
