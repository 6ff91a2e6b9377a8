import { type Moment, momentsIn } from "./calendar.ts";
import { withoutCodes } from "./promises.ts";
import { plainText, type Quantity, quantitiesIn } from "./quantities.ts";
import { type Topic, topicsIn } from "./topics.ts";

/** A number or a moment with what is said of it. `segment` is the piece of text it stands in. */
export type Statement = {
  quantity?: Quantity;
  moment?: Moment;
  /** How it stands in the text. */
  said: string;
  topics: Set<Topic>;
  segment: string;
  sentence: string;
  /** It is said that this is not so: "不支持15天". */
  isDenied: boolean;
};

const sentenceEnd = /(?<=[。！？!?；;\n])|(?<=\.)(?=\s|$)/;
const clauseEnd = /(?<=[，:：])|(?<=,)(?!\d{3}(?:\D|$))/;
/** A clause that sets the scene for the next one, not for the one before. */
const condition =
  /^(?:如果|如|若|但|但是|而|另外|其他|其中|质量问题|非质量)|(?:的话?|时|，)$|^(?:if|for|when|but|however)\b/;
const listMark = /^\s*(?:[（(]?\d{1,2}[.、)）:：](?!\d)|[-*•]|#+)\s*/gm;

/** The statements of a text in the order they stand. Words between two numbers belong to the first of them, unless they are a condition. */
export function statementsIn(raw: string): Statement[] {
  const text = plainText(raw).replace(listMark, "");
  return text.split(sentenceEnd).flatMap(inSentence);
}

const denied = /(?:不支持|不提供|不享受|不是|并非|没有|不满足|无法|\bnot|\bno|n't)[^，,。\d]{0,6}$/;

function inSentence(sentence: string): Statement[] {
  const { moments, rest } = momentsIn(withoutCodes(sentence));
  const quantities = quantitiesIn(rest);
  const marks = [
    ...quantities.map((quantity) => ({ at: quantity.at, said: quantity.said, quantity })),
    ...moments.map((moment) => ({ at: moment.at, said: moment.said, moment })),
  ].sort((a, b) => a.at - b.at);
  if (marks.length === 0) return [];
  const clauses = clausesOf(sentence);
  const segments = segmentsOf(
    clauses,
    marks.map(({ at }) => at),
  );
  return marks.map((mark) => {
    const segment = segments.get(clauseAt(clauses, mark.at)) ?? sentence;
    return { ...mark, topics: topicsIn(segment), segment, sentence, isDenied: denied.test(sentence.slice(0, mark.at)) };
  });
}

type Clause = { at: number; text: string };

function clausesOf(sentence: string): Clause[] {
  let at = 0;
  return sentence.split(clauseEnd).map((text) => {
    const clause = { at, text };
    at += text.length;
    return clause;
  });
}

function clauseAt(clauses: Clause[], at: number): Clause {
  return clauses.findLast((clause) => clause.at <= at) ?? clauses[0]!;
}

/** The clauses that belong to each clause with a number in it: the scene before the first, what follows until the next. */
function segmentsOf(clauses: Clause[], places: number[]): Map<Clause, string> {
  const numbered = new Set(places.map((at) => clauseAt(clauses, at)));
  const segments = new Map<Clause, string>();
  let scene = "";
  let current: Clause | undefined;
  for (const clause of clauses) {
    const isScene = !numbered.has(clause) && (current === undefined || condition.test(clause.text.trim()));
    if (numbered.has(clause)) {
      segments.set(clause, scene + clause.text);
      current = clause;
      scene = "";
    } else if (isScene) scene += clause.text;
    else if (current) segments.set(current, (segments.get(current) ?? "") + clause.text);
  }
  // A scene that nothing follows belongs to what came before it.
  if (scene !== "" && current) segments.set(current, (segments.get(current) ?? "") + scene);
  return segments;
}
