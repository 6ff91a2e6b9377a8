import { readFile } from "node:fs/promises";
import type { AgentSession, Result } from "@yiwen/shared";
import type { Command } from "commander";
import { signInAgent } from "../auth/agent-sign-in.ts";
import { demoAgents, prepareDemo } from "./demo-shop.ts";
import { demoFolder } from "./demo-storefront.ts";
import { parseDialogues } from "./replay/dialogue-file.ts";
import { type PlayedTurn, play, type Target } from "./replay/play.ts";
import { type ReplaySummary, summarise } from "./replay/summary.ts";
import { UsageError } from "./shop-deps.ts";
import { startThrowaway } from "./throwaway.ts";

type Options = { url?: string; shop: string; agent?: string; json?: boolean };

/** The variable that holds the agent's password for `--url`. */
const passwordVariable = "YIWEN_AGENT_PASSWORD";

/** `yiwen replay` */
export function registerReplay(program: Command): void {
  program
    .command("replay")
    .description("play dialogues from a JSONL file as a shopper and show what the bot made of them")
    .argument("<file>", 'one dialogue a line: {"id", "turns": [..], "consult"?: {"productId"}}')
    .option("--url <url>", "a running server; without it one of its own with the demo shop")
    .option("--shop <key>", "the shop's public key", "pk_demo")
    .option("--agent <email>", `who looks on at --url; the password comes from ${passwordVariable}`)
    .option("--json", "one JSON object a turn, then the summary")
    .action(async (file: string, options: Options) => {
      const dialogues = await readDialogues(file);
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

async function targetOf({ url, shop, agent }: Options): Promise<{ target: Target; close(): Promise<void> }> {
  if (url !== undefined) {
    const origin = url.replace(/\/$/, "");
    return { target: { url: origin, shopKey: shop, agentToken: await signIn(origin, agent) }, close: async () => {} };
  }
  const server = await startThrowaway();
  await prepareDemo(server.deps, demoFolder());
  const [{ email, password }] = demoAgents;
  const session = await signInAgent(server.deps, { email, password });
  if (!session.ok) throw new Error(session.error.code);
  return { target: { url: server.url, shopKey: "pk_demo", agentToken: session.data.token }, close: server.close };
}

async function signIn(url: string, email: string | undefined): Promise<string> {
  const password = process.env[passwordVariable];
  if (!email || !password) throw new UsageError(`--url needs --agent EMAIL and ${passwordVariable}`);
  const response = await fetch(`${url}/v1/agents/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  }).catch((error: Error) => {
    throw new UsageError(`can't reach ${url}: ${error.message}`);
  });
  const result = (await response.json()) as Result<AgentSession>;
  if (!result.ok) throw new UsageError(`signing in as ${email}: ${result.error.message}`);
  return result.data.token;
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
  return [head, `  > ${text}`, ...asked, ...replies.map((reply) => `  < ${reply.replaceAll("\n", "\n    ")}`), ""].join("\n");
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
