import type { Language } from "@yiwen/shared";
import { standing } from "../../knowledge/standing.ts";
import { askFor, isIntent } from "../../nlu/intents/registry.ts";
import { bare } from "../../nlu/normalise.ts";
import { type Pairs, pairsOf, pairsShared } from "../../nlu/similar.ts";
import { queryTerms } from "../../nlu/terms.ts";
import type { Facts, Found, KnownPassage, Passages } from "../facts.ts";
import type { Asked } from "./point-fit.ts";
import { pointOf } from "./policy-points.ts";
import { topicWordsOf } from "./policy-topics.ts";

/** With the topic known, one of its words or most of the shopper's must be there. */
const knownFrom = { topic: 0.5, text: 0.5 };
/** A topic's word somewhere in the text is not enough: a title has to name it, or a wording be near. */
const aboutFrom = 0.25;
/** With nothing known but the shopper's words, they must nearly all be there. */
const blindFrom = 0.56;
const blindFit = 0.75;
/** What the fit of the shopper's words and of their plain question count beside the other signs. */
const weights = { fit: 1.5, point: 4 };
/** Characters of a message that are looked up: longer ones tell a story, and cost. */
const asked = 200;
/** Enough that a whole document about the topic is among them. */
const looked = 40;

/** `asked` is what the whole message was understood as: a point that has nothing to do with it isn't meant. */
type Query = { text: string; intent?: string; asked?: Asked; language: Language };

// One message is looked up by the routing and again by the skill, and shoppers tap the same choices: the last are kept.
const latest = new WeakMap<Passages, Map<string, KnownPassage | undefined>>();
const lastKept = 100;

/** The best passage for a question; `intent` narrows it to a topic. Undefined when nothing is good enough. */
export function findPassage(facts: Facts, query: Query): KnownPassage | undefined {
  const point = pointOf(query.text, query.asked)?.ask.zh;
  const key = JSON.stringify([query.text, query.intent, point, query.language, dayOf(facts.now)]);
  const known = latest.get(facts.passages) ?? new Map<string, KnownPassage | undefined>();
  latest.set(facts.passages, known);
  if (known.has(key)) return known.get(key);
  const found = search(facts, query);
  if (known.size >= lastKept) known.delete(known.keys().next().value!);
  known.set(key, found);
  return found;
}

/** Sources age by days, so what was found is good for the day. */
function dayOf(now: number): number {
  return Math.floor(now / 86_400_000) * 86_400_000;
}

function search(facts: Facts, query: Query): KnownPassage | undefined {
  const found = inLanguage(facts, query, query.language);
  if (found || query.intent === undefined) return found;
  // The other language's page only where there is none in this one, or where the question is a plain one.
  const other: Language = query.language === "zh" ? "en" : "zh";
  const isWorthIt = facts.passages.all(query.language).length === 0 || pointOf(query.text, query.asked) !== undefined;
  return isWorthIt ? inLanguage(facts, query, other) : undefined;
}

/** A passage whose own question fits at least this well is the answer, whatever the rest says. */
const pointFrom = 0.45;

function inLanguage(
  { passages, now: exactly }: Facts,
  { text, intent, asked: understood }: Query,
  language: Language,
): KnownPassage | undefined {
  const now = dayOf(exactly);
  const point = pointOf(text, understood);
  const plain = point ? fitting(passages, point.ask[language], { language, now }) : [];
  const fits = passages.fitting(text.slice(0, asked), language, now);
  const byText = passages.search(text.slice(0, asked), { limit: looked, language, now });
  const known = point && plain[0] && plain[0].score >= pointFrom ? point.intent : intent;
  const topics = known === undefined ? undefined : topicWordsOf(known, language);
  if (known === undefined || topics === undefined) return blind(text, byText[0], fits[0]);
  // Word by word: a policy says it in one of these ways, not in all.
  const byTopic = topics.map((word) => searched(passages, word, { language, now }));
  const wordings = [text, ...(point ? [point.ask[language]] : isIntent(known) ? [askFor(known, language)] : [])].map(
    (wording) => new Set(pairsOf(bare(wording))),
  );
  const bonus = (item: KnownPassage) => {
    const title = prepared(item);
    return titleBonus(title, topics, text.toLowerCase()) + likeness(title, wordings);
  };
  return best({ byText, byTopic, fits, plain }, bonus, now);
}

/** The passage for a question that shops' policies commonly answer, where this shop's do. */
export function findPoint(
  { passages, now }: Facts,
  { text, asked, language }: Omit<Query, "intent">,
): KnownPassage | undefined {
  const point = pointOf(text, asked);
  const found = point && fitting(passages, point.ask[language], { language, now: dayOf(now) })[0];
  return found && found.score >= pointFrom ? found.item : undefined;
}

/** Plain questions are few and passages never change, so what fits is remembered. */
const fitted = new WeakMap<Passages, Map<string, Found<KnownPassage>[]>>();

type When = { language: Language; now: number };

function fitting(passages: Passages, question: string, { language, now }: When): Found<KnownPassage>[] {
  return remember(fitted, passages, `${language} ${now} ${question}`, () => passages.fitting(question, language, now));
}

// The same few words are looked up again and again in passages that never change.
const topical = new WeakMap<Passages, Map<string, Found<KnownPassage>[]>>();

function searched(passages: Passages, words: string, { language, now }: When): Found<KnownPassage>[] {
  const key = `${language} ${now} ${words}`;
  return remember(topical, passages, key, () => passages.search(words, { limit: looked, language, now }));
}

function remember<T>(memory: WeakMap<Passages, Map<string, T>>, passages: Passages, key: string, find: () => T): T {
  const known = memory.get(passages) ?? new Map<string, T>();
  memory.set(passages, known);
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}

type Title = { whole: string; heading: string; questions: Pairs[] };
const titles = new WeakMap<KnownPassage, Title>();

function prepared(passage: KnownPassage): Title {
  const known = titles.get(passage);
  if (known) return known;
  const { title, heading, asks } = passage;
  const made = {
    whole: title.toLowerCase(),
    heading: heading.toLowerCase(),
    questions: asks.map(bare).filter(Boolean).map(pairsOf),
  };
  titles.set(passage, made);
  return made;
}

/** Without a topic the question must be one that a passage says it answers, and its words must be there. */
function blind(
  text: string,
  found: Found<KnownPassage> | undefined,
  fit: Found<KnownPassage> | undefined,
): KnownPassage | undefined {
  if (!found || !fit || fit.item !== found.item) return undefined;
  const telling = queryTerms(text).filter((term) => term.length > 1 && !/^[12]\p{Script=Han}/u.test(term));
  return telling.length > 1 && fit.score >= blindFit && found.score >= blindFrom ? found.item : undefined;
}

/** A title that names the topic is what the passage is about: most in its document's heading, more in the shopper's word. */
function titleBonus({ whole, heading }: Title, topics: string[], text: string): number {
  const named = topics.filter((word) => whole.includes(word));
  const said = named.some((word) => text.includes(word)) ? 0.6 : named.length > 0 ? 0.3 : 0;
  return said + (topics.some((word) => heading.includes(word)) ? 0.5 : 0);
}

/** How near a wording is to the shopper's or to the plain one, stop words and all: "how" and "who" differ only there. */
function likeness({ questions }: Title, asked: ReadonlySet<number>[]): number {
  let nearest = 0;
  for (const one of questions) for (const other of asked) nearest = Math.max(nearest, pairsShared(one, other));
  return nearest;
}

type Searched = {
  byText: Found<KnownPassage>[];
  byTopic: Found<KnownPassage>[][];
  /** Fitting the shopper's words, and fitting the plain question of the point they make. */
  fits: Found<KnownPassage>[];
  plain: Found<KnownPassage>[];
};

/** Ranks by the point made, then by the shopper's words, then by the topic's. */
function best(
  { byText, byTopic, fits, plain }: Searched,
  bonus: (item: KnownPassage) => number,
  now: number,
): KnownPassage | undefined {
  const texts = scoresOf(byText);
  const topics = byTopic.map(scoresOf);
  const points = scoresOf(plain);
  const fitted = scoresOf(fits);
  const items = new Set([...texts.keys(), ...topics.flatMap((found) => [...found.keys()]), ...points.keys()]);
  let first: { item: KnownPassage; rank: number } | undefined;
  for (const item of items) {
    const byWord = topics.map((found) => found.get(item) ?? 0);
    const topic = Math.max(0, ...byWord);
    const text = texts.get(item) ?? 0;
    const point = points.get(item) ?? 0;
    const isSaid = text >= knownFrom.text || point >= pointFrom;
    if (!isSaid && topic < knownFrom.topic) continue;
    const more = bonus(item);
    if (!isSaid && more < aboutFrom) continue;
    const rest = (byWord.reduce((sum, one) => sum + one, 0) - topic) * 0.25;
    const sum = 1.5 * text + topic + rest + weights.fit * (fitted.get(item) ?? 0) + weights.point * point + more;
    const rank = sum * standing(item, now);
    if (!first || rank > first.rank) first = { item, rank };
  }
  return first?.item;
}

const scored = new WeakMap<Found<KnownPassage>[], Map<KnownPassage, number>>();

/** Scores by passage; of what is remembered, remembered. */
function scoresOf(found: Found<KnownPassage>[]): Map<KnownPassage, number> {
  const known = scored.get(found) ?? new Map(found.map(({ item, score }) => [item, score]));
  scored.set(found, known);
  return known;
}
