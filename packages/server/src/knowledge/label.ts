import type { Passage } from "../dialogue/facts.ts";

/** What stands before an answer's first colon: short, one line, no sentence. */
const label = /^([^\n。！？.!?：:]{2,70}[?？]?)[：:]\s*(?=\S)/;
/** From this share of a document's passages on, labels are how it is written and no part of its sentences. */
const labelledFrom = 0.6;
const fewest = 3;

/** The documents whose passages begin with the shopper's words for what they answer ("要发票、开票：可以。…"). */
export function labelledDocuments(passages: Passage[]): Set<string> {
  const counts = new Map<string, { all: number; labelled: number }>();
  for (const { document, text } of passages) {
    const count = counts.get(document) ?? { all: 0, labelled: 0 };
    counts.set(document, { all: count.all + 1, labelled: count.labelled + Number(label.test(text)) });
  }
  const isLabelled = ({ all, labelled }: { all: number; labelled: number }) =>
    all >= fewest && labelled >= all * labelledFrom;
  return new Set([...counts].filter(([, count]) => isLabelled(count)).map(([document]) => document));
}

/** A text's label, as the wordings that it lists, and the text without it as a sentence of its own. */
export function withoutLabel(text: string): { wordings: string[]; rest: string } {
  const [whole, words = ""] = label.exec(text) ?? [];
  if (whole === undefined) return { wordings: [], rest: text };
  const rest = text.slice(whole.length);
  return {
    wordings: words.split(/[、,，]\s*|\s+or\s+/).filter((one) => one.trim().length > 1),
    rest: rest.slice(0, 1).toUpperCase() + rest.slice(1),
  };
}
