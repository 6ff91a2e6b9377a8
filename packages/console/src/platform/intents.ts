import { errorBody, type Locale, type Result } from "@yiwen/shared";

/** One thing a message can mean, with its plain question in the console's languages. */
export type IntentChoice = { name: string; ask: Record<Locale, string> };

/** Reads what a message can be corrected to from the server the console was loaded from. */
export type ReadIntents = () => Promise<Result<IntentChoice[]>>;

/** Reads with `fetch`; a server that can't be reached answers `unavailable`. */
export function createReadIntents(fetcher: typeof fetch = (...args) => fetch(...args)): ReadIntents {
  return async () => {
    try {
      const response = await fetcher("/v1/corrections/intents", { credentials: "same-origin" });
      const answer = (await response.json()) as Result<{ intents: IntentChoice[] }>;
      return answer.ok ? { ok: true, data: answer.data.intents } : answer;
    } catch {
      return { ok: false, error: errorBody("unavailable") };
    }
  };
}
