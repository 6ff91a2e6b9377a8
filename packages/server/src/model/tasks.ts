import type { Source, Suggestion } from "@yiwen/shared";
import { createCheck, type Grounding } from "../grounding/check.ts";
import { numbersBeyondOf } from "../grounding/numbers-beyond.ts";
import type { GroundSource } from "../grounding/source.ts";
import type { Line } from "./history.ts";
import { replyPrompt, rewritePrompt, suggestPrompt, summaryPrompt } from "./prompts.ts";
import { productSource } from "./render.ts";
import { passagesFor, passagesNamed } from "./tools.ts";
import { type WriteWorld, type Written, write } from "./write.ts";

/** What a task knows of the conversation. */
export type Talk = {
  lines: Line[];
  /** The product on the table. */
  productId?: string;
  /** What the bot would say by itself, where it has an answer. */
  local?: { text: string; sources: Source[] };
  /** Passages that are likely to be about it, by their ids: found by what they mean. */
  passages?: string[];
  onDraft?(text: string | undefined): void;
};

const localAnswer = "local answer";
const longestQuestion = 300;
const suggested = 3;

/** The reply to the shopper's last words, with the passages that bear it out. */
export async function writeReply(world: WriteWorld, talk: Talk): Promise<Written & { cited: Source[] }> {
  const asked = lastWords(talk.lines);
  const written = await write(world, {
    prompt: (facts) => replyPrompt(voiceOf(world), facts),
    lines: talk.lines,
    facts: factsFor(world, talk, asked),
    hasTools: true,
    checkAgainst: (sources) => createCheck(sources, asked),
    ...(talk.onDraft && { onDraft: talk.onDraft }),
  });
  const own = written.used.includes(localAnswer) ? (talk.local?.sources ?? []) : [];
  const others = citedOf(world, written.used).filter(({ id }) => !own.some((source) => source.id === id));
  return { ...written, cited: [...own, ...others] };
}

/** Up to three replies that an agent could send; each holds by itself. */
export async function suggestReplies(world: WriteWorld, talk: Talk): Promise<Written & { suggestions: Suggestion[] }> {
  const asked = lastWords(talk.lines);
  const judgedAgainst = (sources: GroundSource[]) => {
    const check = createCheck(sources, asked);
    return (text: string) => variantsOf(text).map((variant) => ({ variant, ...check(variant) }));
  };
  const written = await write(world, {
    prompt: (facts) => suggestPrompt(voiceOf(world), facts),
    lines: talk.lines,
    facts: factsFor(world, talk, asked),
    hasTools: true,
    // One that holds is enough; the others are left out.
    checkAgainst: (sources) => {
      const judged = judgedAgainst(sources);
      return (text) => {
        const all = judged(text);
        const isAny = all.some(({ unfounded }) => unfounded.length === 0);
        return { unfounded: isAny ? [] : all.flatMap(({ unfounded }) => unfounded), used: [] };
      };
    },
  });
  const good = written.outcome === "used" ? judgedAgainst(written.sources)(written.text) : [];
  const suggestions = good
    .filter(({ unfounded }) => unfounded.length === 0)
    .slice(0, suggested)
    .map(({ variant, used }) => ({ text: variant, sources: citedOf(world, used) }));
  return { ...written, suggestions };
}

/** The shopper's last words as a whole question. */
export async function rewriteQuestion(world: WriteWorld, { lines }: Talk): Promise<Written> {
  const written = await retell(world, lines, rewritePrompt(world.language));
  const text = written.text.split("\n")[0]?.trim().slice(0, longestQuestion) ?? "";
  return { ...written, text };
}

/** The conversation so far in a few sentences. */
export function summarise(world: WriteWorld, { lines }: Talk): Promise<Written> {
  return retell(world, lines, summaryPrompt(world.language));
}

/** Has something said again in other words, adding no number to it. */
function retell(world: WriteWorld, lines: Line[], prompt: string): Promise<Written> {
  const who = world.language === "zh" ? { shopper: "顾客", shop: "网店" } : { shopper: "Shopper", shop: "Shop" };
  const transcript = lines.map(({ from, text }) => `${who[from]}: ${text}`).join("\n");
  const numbersBeyond = numbersBeyondOf(transcript);
  const check = (text: string): Grounding => ({ unfounded: numbersBeyond(text), used: [] });
  return write(world, {
    prompt: () => prompt,
    lines: [{ from: "shopper", text: transcript }],
    facts: [],
    hasTools: false,
    checkAgainst: () => check,
  });
}

function voiceOf({ shop, language }: WriteWorld) {
  return { shop: shop.name, tone: shop.settings.model.tone, language };
}

function factsFor(world: WriteWorld, { productId, local, passages = [] }: Talk, asked: string): GroundSource[] {
  const { shop, language, now } = world;
  const product = productId === undefined ? undefined : shop.catalogue.get(productId);
  const byWords = passagesFor(shop, { query: asked, language, now });
  const byMeaning = passagesNamed(shop, passages).filter(({ id }) => !byWords.some((known) => known.id === id));
  return [
    ...(product ? [productSource(product, language)] : []),
    ...(local ? [{ id: localAnswer, names: [], heading: "", text: local.text, isAnswer: true }] : []),
    ...byWords,
    ...byMeaning,
  ];
}

/** What the shopper wrote since the shop last spoke. */
function lastWords(lines: Line[]): string {
  const at = lines.findLastIndex(({ from }) => from === "shop");
  const own = lines.slice(at + 1).map(({ text }) => text);
  return (own.length > 0 ? own : lines.slice(-1).map(({ text }) => text)).join("\n");
}

function variantsOf(text: string): string[] {
  return text
    .split(/^[^\S\n]*-{3,}[^\S\n]*$/m)
    .map((variant) => variant.trim())
    .filter((variant) => variant !== "");
}

function citedOf({ shop }: WriteWorld, used: string[]): Source[] {
  const all = [...shop.passages.all("zh"), ...shop.passages.all("en")];
  return all
    .filter(({ id }) => used.includes(id))
    .slice(0, suggested)
    .map(({ id, title, quote, url }) => ({ id, title, quote, ...(url !== undefined && { url }) }));
}
