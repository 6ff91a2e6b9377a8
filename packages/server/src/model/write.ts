import type { ModelOutcome } from "@yiwen/shared";
import type { Grounding } from "../grounding/check.ts";
import { type GroundSource, textOf } from "../grounding/source.ts";
import type { ModelMessage, ModelReply, ModelUsage, ToolCall } from "../ports/model.ts";
import type { Line } from "./history.ts";
import { createMask, strayPlaceholders } from "./mask.ts";
import type { Asked, Models } from "./models.ts";
import { correction } from "./prompts.ts";
import { callTool, declining, renderedSources, type ToolWorld, toolSpecs } from "./tools.ts";

/** What writing goes on in. */
export type WriteWorld = ToolWorld & { models: Models; signal: AbortSignal };

/** Something to be written: the prompt around the facts, what was said, and what makes a text a good one. */
export type WriteJob = {
  prompt(facts: string): string;
  lines: Line[];
  /** What is known from the start. */
  facts: GroundSource[];
  hasTools: boolean;
  /**
   * Judges a whole text, or the finished sentences of one; what it finds unfounded is asked to be written anew. The
   * sources are read once, and again when a tool has found more.
   */
  checkAgainst(sources: GroundSource[]): (text: string) => Grounding;
  /** Told the sentences that are finished and founded, whole each time; nothing where a draft is taken back. */
  onDraft?(text: string | undefined): void;
};

/** What came of it. `text` and `used` (ids of sources) are there where the outcome is `used`. */
export type Written = ModelUsage & {
  outcome: ModelOutcome;
  text: string;
  used: string[];
  sources: GroundSource[];
  tools: string[];
  /** What the last draft stated without a source. */
  claims: string[];
};

const maxTokens = 800;
/** Requests in which tools may be called, for one draft. */
const toolRounds = 4;
const callsARound = 4;
const drafts = 2;
const longestResult = 6000;

type Self = {
  world: WriteWorld;
  job: WriteJob;
  mask: ReturnType<typeof createMask>;
  messages: ModelMessage[];
  written: Written;
  check?: { sources: number; judge(text: string): Grounding };
  /** The finished sentences that were judged last, while a draft grows. */
  judged: string;
};

/**
 * Has the model write, with tools where it may use them, until what it wrote is founded: once more where it was not.
 * What is personal is hidden from it and put back before anything is checked or shown.
 */
export async function write(world: WriteWorld, job: WriteJob): Promise<Written> {
  const mask = createMask();
  learn(mask, job.facts);
  const facts = renderedSources(job.facts);
  const said: ModelMessage[] = job.lines.map(({ from, text }) => {
    const hidden = mask.hide(text);
    return from === "shopper" ? { role: "user", text: hidden } : { role: "assistant", text: hidden };
  });
  const self: Self = {
    world,
    job,
    mask,
    messages: [{ role: "system", text: job.prompt(mask.hide(facts)) }, ...said],
    written: {
      outcome: "unverified",
      text: "",
      used: [],
      sources: [...job.facts],
      tools: [],
      claims: [],
      inputTokens: 0,
      outputTokens: 0,
    },
    judged: "",
  };
  for (let draft = 0; draft < drafts; draft++) {
    const text = await draftOf(self);
    if (text === undefined) break;
    const { unfounded, used } = judge(self, text);
    if (unfounded.length === 0) {
      Object.assign(self.written, { outcome: "used", text, used, claims: [] });
      break;
    }
    Object.assign(self.written, { outcome: "unverified", claims: unfounded });
    job.onDraft?.(undefined);
    self.judged = "";
    const again = mask.hide(correction(world.language, unfounded));
    self.messages.push({ role: "assistant", text: mask.hide(text) }, { role: "user", text: again });
  }
  if (self.written.outcome !== "used") job.onDraft?.(undefined);
  return self.written;
}

/** One draft, after as many looks as it took; undefined where there is none, and the outcome says why. */
async function draftOf(self: Self): Promise<string | undefined> {
  const { world, job, messages, written } = self;
  for (let round = 0; round <= toolRounds; round++) {
    const mayCall = job.hasTools && round < toolRounds;
    const asked = await world.models.complete(world.shop, {
      messages,
      maxTokens,
      signal: world.signal,
      ...(mayCall && { tools: toolSpecs }),
      ...(job.onDraft && { onText: (soFar: string) => show(self, soFar) }),
    });
    if (!asked.ok) return ended(written, outcomeOf(asked));
    const { text, calls, isCut, usage } = asked.data;
    written.inputTokens += usage.inputTokens;
    written.outputTokens += usage.outputTokens;
    if (calls.some(({ name }) => name === declining)) return ended(written, "declined");
    if (calls.length === 0) {
      const whole = self.mask.restore(isCut ? finished(text) : text).trim();
      return whole === "" ? ended(written, "declined") : whole;
    }
    await answerCalls(self, asked.data);
  }
  return ended(written, "declined");
}

function ended(written: Written, outcome: ModelOutcome): undefined {
  written.outcome = outcome;
  written.claims = [];
}

function outcomeOf(asked: Extract<Asked, { ok: false }>): ModelOutcome {
  return asked.error.kind === "overBudget" ? "overBudget" : "unavailable";
}

async function answerCalls(self: Self, { text, calls }: ModelReply): Promise<void> {
  const { messages, written } = self;
  messages.push({ role: "assistant", text, calls });
  const results = await Promise.all(calls.map((call, index) => resultOf(self, call, index)));
  calls.forEach(({ id, name }, index) => {
    written.tools.push(name);
    messages.push({ role: "tool", callId: id, text: results[index] ?? "" });
  });
}

async function resultOf({ world, mask, written }: Self, { name, input }: ToolCall, index: number): Promise<string> {
  if (index >= callsARound) return "too many calls at once";
  try {
    const { text, sources } = await callTool(world, name, mask.restore(input));
    written.sources.push(...sources.filter(({ id }) => !written.sources.some((known) => known.id === id)));
    learn(mask, sources);
    return mask.hide(text.slice(0, longestResult));
  } catch {
    return "this can't be looked up now";
  }
}

/** Numbers of orders are hidden; those of products are what the shop shows everybody. */
function learn(mask: Self["mask"], sources: GroundSource[]): void {
  mask.add(sources.flatMap(({ order, names }) => (order ? names : [])));
  for (const source of sources) if (!source.order && !source.isAnswer) mask.publish(textOf(source));
}

function judge(self: Self, text: string): Grounding {
  const { sources } = self.written;
  if (self.check?.sources !== sources.length) {
    self.check = { sources: sources.length, judge: self.job.checkAgainst([...sources]) };
  }
  const { unfounded, used } = self.check.judge(text);
  return { unfounded: [...unfounded, ...strayPlaceholders(text)], used };
}

/** Shows the sentences that are finished, as long as they are founded: what is shown was never wrong. Each is judged once. */
function show(self: Self, soFar: string): void {
  const text = self.mask.restore(finished(soFar)).trim();
  if (text === self.judged) return;
  self.judged = text;
  if (text !== "" && judge(self, text).unfounded.length === 0) self.job.onDraft?.(text);
}

/** A text up to the end of its last whole sentence. */
function finished(text: string): string {
  return /^[\s\S]*(?:[。！？!?\n]|\.(?=\s))/.exec(text)?.[0] ?? "";
}
