import { endOf } from "./bounds.ts";
import { type Moment, momentsIn } from "./calendar.ts";
import { withoutCodes } from "./codes.ts";
import { type Hint, hintsIn } from "./hints.ts";
import { plainText } from "./plain-text.ts";
import { type Polarity, polarityOf } from "./polarity.ts";
import { type Quantity, quantitiesIn } from "./quantities.ts";
import { type Clause, clauseAt, clausesOf, segmentsOf } from "./segments.ts";
import { type Topic, topicsIn } from "./topics.ts";
import { wordsIn } from "./words.ts";

/** A number or a moment with what is said of it. `segment` is the piece of text it stands in. */
export type Statement = {
  quantity?: Quantity;
  moment?: Moment;
  /** How it stands in the text. */
  said: string;
  /** Where it stands in its sentence. */
  at: number;
  end: number;
  topics: Set<Topic>;
  hints: Set<Hint>;
  /** The words in it, to tell whether two pieces speak of the same. */
  words: Set<string>;
  segment: string;
  sentence: string;
  /** The sentences before its own that state nothing; empty but for a sentence's first statement. */
  lead: string;
  /** Whether it is said to be so. */
  polarity: Polarity;
  /** It is asked, not said. */
  isAsked: boolean;
  /** The end of a span that a single number is said to be. */
  bound: "low" | "high" | undefined;
};

/** Where a sentence of a text that went through `plainText` ends. */
export const sentenceEnd = /(?<=[。！？!?；;\n])|(?<=\.)(?=\s|$)/;
const listMark = /^ ?(?:[（(]?\d{1,2}[.、)）:：](?!\d)|[-•]|#+) ?/gm;
const question =
  /[?？吗么呢]\s*$|多久|几[天日]|怎么|(?<!不管|无论|不论)(?:是否|能不能|可不可以|有没有)|^(?:can|do|does|is|are|how|what|when|will)\b(?!.*\.$)/;

/** The statements of a text in the order they stand. Words between two numbers belong to the first of them, unless they are a condition. */
export function statementsIn(raw: string): Statement[] {
  let lead = "";
  return plainText(raw)
    .replace(listMark, "")
    .split(sentenceEnd)
    .flatMap((sentence) => {
      const found = inSentence(sentence, lead);
      lead = found.length > 0 ? "" : lead + sentence;
      return found;
    });
}

type Mark = { at: number; end: number; said: string; quantity?: Quantity; moment?: Moment };

function inSentence(sentence: string, lead: string): Statement[] {
  const marks = marksIn(sentence);
  if (marks.length === 0) return [];
  const clauses = clausesOf(sentence);
  const own = marks.map(({ at }) => clauseAt(clauses, at));
  const segments = segmentsOf(clauses, new Set(own));
  const about = new Map(
    [...segments].map(([clause, segment]) => [
      clause,
      { segment, topics: topicsIn(segment), hints: hintsIn(segment), words: wordsIn(segment) },
    ]),
  );
  const around = aroundOf(sentence, marks, own);
  const isAsked = question.test(sentence.trim());
  return marks.map((mark, n) => ({
    ...mark,
    ...about.get(own[n]!)!,
    sentence,
    lead: n === 0 ? lead : "",
    polarity: polarityOf({ ...around[n]!, unit: mark.quantity?.unit }),
    isAsked,
    bound: endOf(around[n]!),
  }));
}

function marksIn(sentence: string): Mark[] {
  const { moments, rest } = momentsIn(withoutCodes(sentence));
  return [
    ...quantitiesIn(rest).map((quantity) => ({ at: quantity.at, end: quantity.end, said: quantity.said, quantity })),
    ...moments.map((moment) => ({ at: moment.at, end: moment.end, said: moment.said, moment })),
  ].sort((a, b) => a.at - b.at);
}

type Around = { before: string; after: string };

const joined = /^\s?(?:[、/,和或与及到至~-]|and|or)?\s?$/;

/** "7天内，不可退货": what is said of the time follows in the next clause. */
function isScene(before: string, after: string): boolean {
  return /^(?:之?内|以内)[，,]$/.test(after) || (/\bwithin $/.test(before) && after === ",");
}

/** What stands before and after each mark in its clause, up to the next mark; marks in a row share what is around them. */
function aroundOf(sentence: string, marks: Mark[], own: Clause[]): Around[] {
  const list = marks.map(({ at, end }, n): Around => {
    const { at: from, text } = own[n]!;
    const start = Math.max(from, marks[n - 1]?.end ?? 0);
    const stop = Math.min(from + text.length, marks[n + 1]?.at ?? sentence.length);
    const before = sentence.slice(start, Math.max(start, at));
    const after = sentence.slice(end, Math.max(end, stop));
    if (!isScene(before, after)) return { before, after };
    const further = sentence.slice(stop, marks[n + 1]?.at ?? sentence.length);
    return { before, after: after + further.split(/(?<=[，,])/, 1)[0] };
  });
  const isNext = (n: number) => own[n] === own[n + 1];
  list.forEach((one, n) => {
    if (n > 0 && isNext(n - 1) && joined.test(one.before)) one.before = list[n - 1]!.before;
  });
  for (let n = list.length - 2; n >= 0; n--) {
    if (isNext(n) && joined.test(list[n]!.after)) list[n]!.after = list[n + 1]!.after;
  }
  return list;
}
