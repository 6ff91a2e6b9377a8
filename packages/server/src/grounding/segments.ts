/** A piece of a sentence and where it starts. */
export type Clause = { at: number; text: string };

const clauseEnd = /(?<=[，:：])|(?<=,)(?!\d{3}(?:\D|$))/;
/** A clause that sets the scene for the next one, not for the one before. */
const condition =
  /^(?:如果|如|若|但|但是|而|另外|其他|其中|质量问题|非质量)|(?:的话?|时|，)$|^(?:if|for|when|but|however)\b/;

/** The clauses of a sentence. */
export function clausesOf(sentence: string): Clause[] {
  let at = 0;
  return sentence.split(clauseEnd).map((text) => {
    const clause = { at, text };
    at += text.length;
    return clause;
  });
}

/** The clause in which a place is. */
export function clauseAt(clauses: Clause[], at: number): Clause {
  return clauses.findLast((clause) => clause.at <= at) ?? clauses[0]!;
}

/** The clauses that belong to each clause with a number in it: the scene before the first, what follows until the next. */
export function segmentsOf(clauses: Clause[], numbered: Set<Clause>): Map<Clause, string> {
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
