import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";
import { readJson } from "../../imports/read-json.ts";
import { percentile } from "../bench/figures.ts";
import { type PlayedTurn, play } from "../replay/play.ts";
import { type TargetOptions, targetOf } from "../replay/target.ts";
import { UsageError } from "../usage-error.ts";
import { readOrRefuse } from "./read-file.ts";
import { type EvalReport, share } from "./report.ts";

const Expected = Type.Object({
  say: Type.String({ minLength: 1, maxLength: 4000 }),
  intent: Type.Optional(Type.String()),
  /** Each must be in one of the replies. */
  contains: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
  /** None may be in any of them. */
  never: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
  handoff: Type.Optional(Type.Boolean()),
});
const Dialogue = Compile(
  Type.Object({
    id: Type.Optional(Type.String({ maxLength: 200 })),
    turns: Type.Array(Type.Union([Type.String({ minLength: 1, maxLength: 4000 }), Expected]), { minItems: 1 }),
    consult: Type.Optional(Type.Object({ productId: Type.String({ minLength: 1 }) })),
  }),
);

type Expectation = Omit<Static<typeof Expected>, "say">;
type Labelled = { id: string; says: string[]; expected: Expectation[]; consult?: { productId: string }; row: object };

/** `yiwen eval replies`: plays dialogues to a shop's bot over the real protocol and checks what it answers. */
export async function evalReplies(file: string, options: TargetOptions): Promise<EvalReport> {
  const dialogues = await readDialogues(file);
  const { target, close } = await targetOf(options);
  const checks: { id: string; turn: number; faults: string[]; checked: number }[] = [];
  const wrong: object[] = [];
  const latencies: number[] = [];
  try {
    for (const { id, says, expected, consult, row } of dialogues) {
      const turns = await play(target, { id, turns: says, ...(consult && { consult }) });
      latencies.push(...turns.flatMap(({ ms }) => ms ?? []));
      const found = turns.map((turn, at) => ({ id, turn: at + 1, ...check(turn, expected[at] ?? {}) }));
      checks.push(...found);
      if (found.some(({ faults }) => faults.length > 0)) wrong.push(row);
    }
  } finally {
    await close();
  }
  const checked = checks.filter((one) => one.checked > 0);
  const right = checked.filter(({ faults }) => faults.length === 0).length / Math.max(1, checked.length);
  const failed = checks.filter(({ faults }) => faults.length > 0);
  latencies.sort((a, b) => a - b);
  const latency = { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
  return {
    figures: { dialogues: dialogues.length, turns: checks.length, checked: checked.length, right, failed, latency },
    lines: [
      `${dialogues.length} dialogues, ${checked.length} turns with expectations: ${share(right)} of them met`,
      ...failed.flatMap(({ id, turn, faults }) => faults.map((fault) => `  ${id} #${turn}: ${fault}`)),
      `first reply p50 ${latency.p50.toFixed(1)} ms, p99 ${latency.p99.toFixed(1)} ms`,
    ],
    wrong,
    score: right,
  };
}

function check(turn: PlayedTurn, { intent, contains = [], never = [], handoff }: Expectation) {
  const said = turn.replies.join("\n");
  const isHanded = turn.floor !== "bot";
  const faults = [
    ...(turn.error ? [`refused: ${turn.error}`] : []),
    ...(intent !== undefined && turn.intent !== intent ? [`understood as ${turn.intent}, not ${intent}`] : []),
    ...contains.filter((words) => !said.includes(words)).map((words) => `doesn't say "${words}"`),
    ...never.filter((words) => said.includes(words)).map((words) => `says "${words}"`),
    ...(handoff !== undefined && handoff !== isHanded ? [isHanded ? "handed over" : "not handed over"] : []),
  ];
  const checked = contains.length + never.length + Number(intent !== undefined) + Number(handoff !== undefined);
  return { faults, checked };
}

async function readDialogues(file: string): Promise<Labelled[]> {
  const dialogues = readJson(await readOrRefuse(file)).flatMap((row): Labelled[] => {
    const value = "value" in row ? row.value : undefined;
    if (!Dialogue.Check(value)) {
      const [first] = "value" in row ? Dialogue.Errors(value) : [];
      console.error(
        `${file}:${row.line}: ${"error" in row ? row.error : `${first?.instancePath || "/"} ${first?.message}`}`,
      );
      return [];
    }
    const turns = value.turns.map((turn) => (typeof turn === "string" ? { say: turn } : turn));
    const { consult, id = `line ${row.line}` } = value;
    return [{ id, says: turns.map(({ say }) => say), expected: turns, ...(consult && { consult }), row: value }];
  });
  if (dialogues.length === 0)
    throw new UsageError(`${file} has no dialogue that can be played: see docs/evaluation.md`);
  return dialogues;
}
