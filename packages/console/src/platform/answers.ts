import { errorBody, type Result } from "@yiwen/shared";

/** A shopper's question and what an agent answered well. */
export type GoodAnswer = { question: string; answer: string };

/** Keeps a good answer as knowledge of the shop. */
export type KeepAnswer = (answer: GoodAnswer) => Promise<Result<unknown>>;

/** Keeps with `fetch` on the server the console was loaded from; one that can't be reached answers `unavailable`. */
export function createKeepAnswer(fetcher: typeof fetch = (...args) => fetch(...args)): KeepAnswer {
  return async (answer) => {
    try {
      const response = await fetcher("/v1/knowledge/answers", {
        method: "POST",
        credentials: "same-origin",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(answer),
      });
      return (await response.json()) as Result<unknown>;
    } catch {
      return { ok: false, error: errorBody("unavailable") };
    }
  };
}
