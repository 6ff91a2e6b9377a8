import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { type Dialogue, parseDialogues } from "./replay/dialogue-file.ts";
import { type PlayedTurn, play } from "./replay/play.ts";
import { type ReplaySummary, summarise } from "./replay/summary.ts";
import { passwordVariable, secretVariable, type TargetOptions, targetOf } from "./replay/target.ts";
import { UsageError } from "./usage-error.ts";

type Options = TargetOptions & { json?: boolean };

/** `yiwen replay` */
export function registerReplay(program: Command): void {
  program
    .command("replay")
    .description("play dialogues from a JSONL file as a shopper and show what the bot made of them")
    .argument(
      "<file>",
      'one dialogue a line: {"id", "turns": [..], "consult"?: {"productId"?, "orderId"?}, "shopper"?}',
    )
    .option("--url <url>", "a running server; without it one of its own with the demo shop")
    .option("--shop <key>", "the shop's public key", "pk_demo")
    .option("--agent <email>", `who looks on at --url; the password comes from ${passwordVariable}`)
    .option("--json", "one JSON object a turn, then the summary")
    .action(async (file: string, options: Options) => {
      const dialogues = await readDialogues(file);
      requireSecret(dialogues, options);
      const { target, close } = await targetOf(options);
      try {
        const turns: PlayedTurn[] = [];
        for (const dialogue of dialogues) {
          for (const turn of await play(target, dialogue)) {
            turns.push(turn);
            console.log(options.json ? JSON.stringify(turn) : turnText(turn));
          }
        }
        const summary = summarise(turns);
        console.log(options.json ? JSON.stringify({ summary }) : summaryText(summary));
      } finally {
        await close();
      }
    });
}

async function readDialogues(file: string) {
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new UsageError(`can't read ${file}: ${error.message}`);
  });
  const { dialogues, rejected } = parseDialogues(text);
  for (const { line, reason } of rejected) console.error(`${file}:${line}: ${reason}`);
  if (dialogues.length === 0) throw new UsageError(`${file} has no dialogue that can be played`);
  return dialogues;
}

/** A running server lets nobody in as its shopper without the shop's word. */
function requireSecret(dialogues: Dialogue[], { url }: Options): void {
  const signedIn = dialogues.find(({ shopper }) => shopper !== undefined);
  if (url !== undefined && signedIn && !process.env[secretVariable])
    throw new UsageError(
      `${signedIn.id} signs "${signedIn.shopper}" in: --url needs the shop's secret in ${secretVariable}`,
    );
}

function turnText({
  id,
  turn,
  text,
  replies,
  intent,
  rewritten,
  confidence,
  sentiment,
  floor,
  handoffReasons,
  skill,
  ms,
}: PlayedTurn): string {
  const understood = `${intent ?? "-"} ${confidence?.toFixed(2) ?? ""}  mood ${sentiment?.toFixed(2) ?? "-"}  ${skill ?? "-"}`;
  const reasons = handoffReasons.length > 0 ? `  (${handoffReasons.join(", ")})` : "";
  const head = `${id} #${turn}  [${floor}${reasons}]  ${understood}  ${ms ?? "-"} ms`;
  const asked = rewritten === undefined ? [] : [`  = ${rewritten}`];
  return [head, `  > ${text}`, ...asked, ...replies.map((reply) => `  < ${reply.replaceAll("\n", "\n    ")}`), ""].join(
    "\n",
  );
}

function summaryText({ dialogues, turns, firstReply, errors, ...counts }: ReplaySummary): string {
  const line = (name: string, by: Record<string, number>) =>
    `${name.padEnd(10)} ${
      Object.entries(by)
        .map(([key, n]) => `${key} ${n}`)
        .join(", ") || "none"
    }`;
  return [
    `${dialogues} dialogues, ${turns} turns, ${errors} errors; first reply p50 ${firstReply.p50} ms, p99 ${firstReply.p99} ms`,
    line("intent", counts.byIntent),
    line("floor", counts.byFloor),
    line("outcome", counts.byOutcome),
    line("handoff", counts.byHandoffReason),
  ].join("\n");
}
