import { type Command, InvalidArgumentError } from "commander";
import { evalHandoff } from "./eval/handoff.ts";
import { evalIntent, type IntentOptions } from "./eval/intent.ts";
import { evalReplies } from "./eval/replies.ts";
import { type EvalOptions, report } from "./eval/report.ts";
import { evalRetrieval } from "./eval/retrieval.ts";
import { evalSentiment } from "./eval/sentiment.ts";
import { passwordVariable, type TargetOptions } from "./replay/target.ts";

/** `yiwen eval`: how well your own labelled files are understood. Their formats are in docs/evaluation.md. */
export function registerEval(program: Command): void {
  const group = program.command("eval").description("measure understanding on your own labelled files (JSONL or CSV)");
  const evaluation = (name: string, what: string) =>
    group
      .command(name)
      .description(what)
      .option("--json", "print one JSON object")
      .option("--errors <file>", "add the rows that went wrong to a file of the same format")
      .option("--at-least <share>", "end with code 1 when the main figure is lower, 0 to 1", share);

  evaluation("intent", "which intent: accuracy, macro-F1, confusion, calibration, coverage, out of scope")
    .argument("[file]", "text and label")
    .option("--train <file>", "train on this file instead of using what ships")
    .option("--test <file>", "the same as the argument")
    .option("--out-of-scope <label>", "the label of what is none of the others", "oos")
    .action(async (file: string | undefined, options: IntentOptions) =>
      report(await evalIntent(file, options), options),
    );
  evaluation("sentiment", "negative, neutral or positive")
    .argument("<file>", "text and label")
    .action(async (file: string, options: EvalOptions) => report(await evalSentiment(file), options));
  evaluation("handoff", "whether a human should take over after a turn")
    .argument("<file>", "dialogues as JSON Lines")
    .option("--train <file>", "train on these dialogues instead of using what ships")
    .action(async (file: string, options: EvalOptions & { train?: string }) =>
      report(await evalHandoff(file, options), options),
    );
  evaluation("retrieval", "whether a question finds its passage")
    .argument("<file>", "query and passage")
    .option("--knowledge <paths...>", "search these files or folders instead of the passages of the file")
    .action(async (file: string, options: EvalOptions & { knowledge?: string[] }) =>
      report(await evalRetrieval(file, options), options),
    );
  evaluation("replies", "what the bot of a shop says, played over the real protocol")
    .argument("<file>", "dialogues with what is expected, as JSON Lines")
    .option("--url <url>", "a running server; without it one of its own with the demo shop")
    .option("--shop <key>", "the shop's public key", "pk_demo")
    .option("--agent <email>", `who looks on at --url; the password comes from ${passwordVariable}`)
    .action(async (file: string, options: EvalOptions & TargetOptions) =>
      report(await evalReplies(file, options), options),
    );
}

function share(value: string): number {
  const number = Number(value);
  if (value.trim() !== "" && number >= 0 && number <= 1) return number;
  throw new InvalidArgumentError("a number from 0 to 1");
}
