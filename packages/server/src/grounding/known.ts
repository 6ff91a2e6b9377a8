import type { Chosen, Options } from "./options.ts";
import type { Quantity } from "./quantities.ts";
import type { GroundChoice, GroundSource } from "./source.ts";
import { type Statement, statementsIn } from "./statements.ts";
import { type Topic, topicsIn } from "./topics.ts";

/** What a source says. */
export type Known = Statement & {
  source: GroundSource;
  /** The one choice of which it is true. */
  choice?: GroundChoice;
  /** Of which options it is said, where it names some. */
  chosen: Chosen;
  /** What its own words are about, or the heading over them. */
  near: Set<Topic>;
};

/** Units in which shops make promises: a number of them is only true of what it was said of. */
export const promised = new Set<string>(["hours", "workdays", "months"]);

/** All that a source says that can be checked; what a page asks in order to answer it, it does not say. */
export function knownIn(source: GroundSource, options: Options, inQuestion: Chosen): Known[] {
  const heading = topicsIn(source.heading);
  const whole = new Set([...heading, ...topicsIn(source.text)]);
  const start: Chosen = source.isAnswer ? inQuestion : new Map();
  const own = said(source.text);
  const chosen = options.chosenFor(own, start);
  const general = [...own, ...said(source.heading)].map((statement, n) => {
    const { quantity, topics } = statement;
    // Where the whole text names one span of time only, all of it is about that one.
    const isOnly = quantity !== undefined && own.every((other) => !differ(other.quantity, quantity));
    const near = topics.size > 0 ? topics : heading;
    return { ...statement, topics: isOnly ? whole : near, near, chosen: chosen[n] ?? new Map(), source };
  });
  const ofChoices = (source.choices ?? []).flatMap((choice) =>
    said(choice.text).map((one) => ({ ...one, near: one.topics, chosen: new Map(), source, choice })),
  );
  return [...general, ...ofChoices];
}

function said(text: string): Statement[] {
  return statementsIn(text).filter(({ isAsked }) => !isAsked);
}

function differ(a: Quantity | undefined, b: Quantity): boolean {
  return a !== undefined && promised.has(a.unit) && promised.has(b.unit) && (a.value !== b.value || a.unit !== b.unit);
}
