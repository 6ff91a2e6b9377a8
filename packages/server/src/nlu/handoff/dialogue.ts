/** One turn of a dialogue that handoff prediction is trained or measured on. */
export type SpokenTurn = {
  by: "shopper" | "bot";
  text: string;
  /** Whether a human should take over after this turn; turns without it are neither trained on nor measured. */
  handoff?: boolean;
  /** How sure the bot was of what was meant, 0 to 1, where that is known. */
  confidence?: number;
  /** How it feels, -1 to 1, where that is known; read from the shopper's words otherwise. */
  sentiment?: number;
};

/** A dialogue from its first turn on. */
export type SpokenDialogue = { turns: SpokenTurn[] };
