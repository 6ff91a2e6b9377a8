import type { Language } from "@yiwen/shared";
import { askFor, isIntent } from "../../nlu/intents/registry.ts";
import { bare } from "../../nlu/normalise.ts";
import { similarity } from "../../nlu/similar.ts";
import { queryTerms } from "../../nlu/terms.ts";
import type { Facts, Found, Passage, Passages } from "../facts.ts";
import { wordsFor } from "./policy-topics.ts";

/** With the topic known, one of its words or most of the shopper's must be there. */
const knownFrom = { topic: 0.5, text: 0.5 };
/** With nothing known but the shopper's words, they must nearly all be there. */
const blindFrom = 0.56;
/** Enough that a whole document about the topic is among them. */
const looked = 40;

/** The best passage for a question; `intent` narrows it to a topic. Undefined when nothing is good enough. */
export function findPassage(
  facts: Facts,
  query: { text: string; intent?: string; language: Language },
): Passage | undefined {
  const other: Language = query.language === "zh" ? "en" : "zh";
  return (
    inLanguage(facts, query, query.language) ??
    (query.intent === undefined ? undefined : inLanguage(facts, query, other))
  );
}

function inLanguage(
  { passages }: Facts,
  { text, intent }: { text: string; intent?: string },
  language: Language,
): Passage | undefined {
  const byText = passages.search(text.slice(0, 300), { limit: looked, language });
  const topics = intent === undefined ? undefined : wordsFor(text, intent, language);
  if (intent === undefined || topics === undefined) return blind(text, byText[0]); // Word by word: a policy says it in one of these ways, not in all.
  const byTopic = topics.map((word) => searched(passages, word, language));
  const plain = isIntent(intent) ? searched(passages, askFor(intent, language), language) : [];
  const asked = [text, ...(isIntent(intent) ? [askFor(intent, language)] : [])].map(bare);
  return best({ byText, byTopic, plain }, (item) => {
    const title = prepared(item);
    return titleBonus(title, topics, text.toLowerCase()) + likeness(title, asked);
  });
}

// The same few words are looked up again and again in passages that never change.
const remembered = new WeakMap<Passages, Map<string, Found<Passage>[]>>();

function searched(passages: Passages, words: string, language: Language): Found<Passage>[] {
  const known = remembered.get(passages) ?? new Map<string, Found<Passage>[]>();
  remembered.set(passages, known);
  const key = `${language} ${words}`;
  const found = known.get(key) ?? passages.search(words, { limit: looked, language });
  known.set(key, found);
  return found;
}

type Title = { whole: string; heading: string; questions: string[] };
const titles = new WeakMap<Passage, Title>();

function prepared(passage: Passage): Title {
  const known = titles.get(passage);
  if (known) return known;
  const parts = passage.title.toLowerCase().split(" · ");
  const questions = (parts.at(-1) ?? "").split(/[?？]/).map(bare);
  const title = { whole: parts.join(" · "), heading: parts[0] ?? "", questions: questions.filter((one) => one !== "") };
  titles.set(passage, title);
  return title;
}

/** Without a topic the title must speak of it too: words that happen to be there prove nothing. */
function blind(text: string, found: Found<Passage> | undefined): Passage | undefined {
  if (!found || found.score < blindFrom) return undefined;
  const title = found.item.title.toLowerCase();
  const telling = queryTerms(text).filter((term) => term.length > 1 && !/^[12]\p{Script=Han}/u.test(term));
  return telling.some((term) => title.includes(term)) ? found.item : undefined;
}

/** A title that names the topic is what the passage is about: most in its document's heading, more in the shopper's word. */
function titleBonus({ whole, heading }: Title, topics: string[], text: string): number {
  const named = topics.filter((word) => whole.includes(word));
  const said = named.some((word) => text.includes(word)) ? 0.6 : named.length > 0 ? 0.3 : 0;
  return said + (topics.some((word) => heading.includes(word)) ? 0.5 : 0);
}

/** How near a title's question is to the shopper's or to the plain one, stop words and all: "how" and "who" differ only there. */
function likeness({ questions }: Title, asked: string[]): number {
  return Math.max(0, ...questions.flatMap((one) => asked.map((other) => similarity(one, other))));
}

type Searched = { byText: Found<Passage>[]; byTopic: Found<Passage>[][]; plain: Found<Passage>[] };

/** Ranks by the shopper's words first, then by the topic's and by the plain question of the intent. */
function best({ byText, byTopic, plain }: Searched, bonus: (item: Passage) => number): Passage | undefined {
  const score = (found: Found<Passage>[], item: Passage) => found.find((f) => f.item === item)?.score ?? 0;
  const items = new Set([...byText, ...byTopic.flat(), ...plain].map(({ item }) => item));
  return [...items]
    .map((item) => {
      const topic = byTopic.map((found) => score(found, item)).sort((a, b) => b - a);
      const rest = topic.slice(1).reduce((sum, one) => sum + one, 0) * 0.25;
      return { item, text: score(byText, item), topic: topic[0] ?? 0, rest: rest + score(plain, item) };
    })
    .filter(({ text, topic }) => topic >= knownFrom.topic || text >= knownFrom.text)
    .map(({ item, text, topic, rest }) => ({ item, rank: 2.5 * text + topic + rest + bonus(item) }))
    .sort((a, b) => b.rank - a.rank)[0]?.item;
}
