import { basisOf, type Claim } from "./basis.ts";
import { codesBeyond } from "./codes.ts";
import { type Known, knownIn } from "./known.ts";
import { namerOf } from "./names.ts";
import { optionsOf } from "./options.ts";
import { isTheirOwn } from "./own-words.ts";
import { plainText } from "./plain-text.ts";
import { deedsIn, promisesBeyond } from "./promises.ts";
import { type GroundSource, textOf, withPlainOptions } from "./source.ts";
import { statementsIn } from "./statements.ts";
import { statesBeyondOf } from "./states-beyond.ts";
import { stockBeyondOf } from "./stock-beyond.ts";
import { type Topic, topicsIn } from "./topics.ts";

/** What a draft states that no source says, as it stands in the draft; and the sources that bear out the rest. */
export type Grounding = { unfounded: string[]; used: string[] };

/**
 * Tells of a draft whether everything in it that can be checked is in its sources: numbers, prices, spans of time, dates,
 * states of orders, stock, links, numbers of orders, promises. A number must have been said of the same thing: fifteen
 * days of exchange are no fifteen days of return. `asked` is the shopper's message; what stands in it is no source.
 * Sources and question are read once, for all drafts.
 */
export function createCheck(given: GroundSource[], asked = ""): (draft: string) => Grounding {
  const sources = given.map(withPlainOptions);
  const question = plainText(asked);
  const namer = namerOf(sources.map((source) => ({ ...source, text: textOf(source) })));
  const options = optionsOf(sources);
  const inQuestion = options.namedIn(question);
  const known = sources.flatMap((source) => knownIn(source, options, inQuestion));
  const theirs = statementsIn(asked);
  const everything = sources.map((source) => [source.heading, textOf(source), ...source.names].join("\n")).join("\n");
  const statesBeyond = statesBeyondOf(sources, asked);
  const scopeIn = memoized((text: string) => new Set(namer(text).map(({ id }) => id)));
  const stockBeyond = stockBeyondOf(sources, { question, options, scopeIn });
  const plainSources = plainText(everything);

  /** The draft's statements, each with what it is about: its own words, else those before it, else the question. */
  const claimsIn = (draft: string): Claim[] => {
    let topics: Set<Topic> = topicsIn(question);
    let scope = scopeIn(question);
    return statementsIn(draft).map((statement) => {
      const isOwn = statement.topics.size > 0;
      if (isOwn) topics = statement.topics;
      const [own, around] = [scopeIn(statement.segment), scopeIn(statement.sentence)];
      const before = scope;
      scope = [own, around].find(({ size }) => size > 0) ?? scope;
      const isNew = before.size > 0 && ![...scope].some((id) => before.has(id));
      return { ...statement, topics, isOwn, scope, isNamed: own.size > 0, isNew };
    });
  };

  return (draft) => {
    const claims = claimsIn(draft);
    const chosen = options.chosenFor(claims, inQuestion);
    const used = new Set<string>();
    const unfounded: string[] = [];
    claims.forEach((claim, n) => {
      const basis: Known[] = basisOf({ ...claim, chosen: chosen[n]! }, known);
      for (const { source } of basis) used.add(source.id);
      if (basis.length === 0 && !isTheirOwn(claim, theirs)) unfounded.push(claim.said);
    });
    const text = plainText(draft);
    unfounded.push(
      ...statesBeyond(text),
      ...stockBeyond(text),
      ...deedsIn(text),
      ...promisesBeyond(text, plainSources),
      ...codesBeyond(draft, `${everything}\n${asked}`),
    );
    return { unfounded: [...new Set(unfounded)], used: [...used] };
  };
}

/** A long sentence is read once for all the numbers in it. */
function memoized<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? read(text);
    known.set(text, value);
    return value;
  };
}
