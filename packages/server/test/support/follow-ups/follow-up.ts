/** How a last line depends on what came before it. */
export type FollowUpKind =
  | "within a product"
  | "an ellipsis"
  | "a pronoun"
  | "another domain"
  | "the same question of another thing"
  | "away and back"
  | "a repair"
  | "what only looks like one";

/** A dialogue whose last line depends on what came before it, and what it must come to. */
export type FollowUp = {
  /** The product the conversation was opened from. */
  from?: string;
  lines: string[];
  /** The whole question that agents see; null where the line needs none. */
  rewritten: string | RegExp | null;
  intent?: string;
  /** The product on the table after it. */
  product?: string;
  /** What the bot says to it. */
  says?: RegExp;
};
