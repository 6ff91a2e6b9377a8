import { attacks } from "./attacks.ts";

/** Which attack, on whom, and for how long. */
export type AttackJob = { name: string; url: string; tokens: string[]; seconds: number };

/** One attack, in a process of its own; tells what became of it. */
process.once("message", ({ name, url, tokens, seconds }: AttackJob) => {
  const counts: Record<string, number> = {};
  const count = (what: string, more = 1) => {
    counts[what] = (counts[what] ?? 0) + more;
  };
  const until = performance.now() + seconds * 1000;
  const run = attacks[name]?.run({ url, tokens, until, count });
  (run ?? Promise.reject(new Error(`no attack ${name}`))).then(
    () => process.send?.(counts, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
