import { cut } from "@yiwen/shared";
import { beliefAfter } from "./belief.ts";
import type { SpokenTurn } from "./dialogue.ts";
import { likeness, unitsOf } from "./units.ts";

/** What is kept of a dialogue for foreseeing a handoff. Plain JSON, a few hundred bytes: it is stored with the dialogue. */
export type Memory = {
  /** Turns so far, of both. */
  turns: number;
  /** The latest texts of each, the newest last. */
  shopper: string[];
  bot: string[];
  /** Sum and number of what the shopper's words spoke for a handoff. */
  worry: number;
  heard: number;
  /** The same of the latest turn of each. */
  last: { shopper: number; bot: number };
  /** Whose turns came last, and how many of them. */
  run: { by: SpokenTurn["by"]; turns: number };
  /** Probability that a human was needed at the shopper's last turn, by their words so far. */
  belief: number;
  /** How much the bot's last answer was like an earlier one, 0 to 1. */
  botRepeats: number;
};

/** How much is kept: texts of each side and letters of a text. */
export type Limits = { texts: number; letters: number };

/** What fits into a stored conversation. */
export const storedLimits: Limits = { texts: 3, letters: 32 };

/** Everything, for measuring on files. */
export const wholeLimits: Limits = { texts: 10_000, letters: 100_000 };

/** Before the first turn. */
export const blankMemory: Memory = {
  turns: 0,
  shopper: [],
  bot: [],
  worry: 0,
  heard: 0,
  last: { shopper: 0, bot: 0 },
  run: { by: "bot", turns: 0 },
  belief: 0.05,
  botRepeats: 0,
};

/** How much a text is like the most alike of those kept, 0 to 1. */
export function repeats(text: string, kept: string[], { letters }: Limits): number {
  const units = unitsOf(text.slice(0, letters));
  return kept.reduce((most, one) => Math.max(most, likeness(units, unitsOf(one))), 0);
}

/** Whether either side said just these words before. Two words at least: one is an answer, not a repetition. */
export function wasSaid(text: string, { shopper, bot }: Memory, { letters }: Limits): boolean {
  const said = text.slice(0, letters);
  return (shopper.includes(said) || bot.includes(said)) && unitsOf(said).length > 1;
}

/** The memory after a turn whose words spoke for a handoff by `worry`. */
export function remember(
  memory: Memory,
  { by, text }: SpokenTurn,
  { worry, limits }: { worry: number; limits: Limits },
): Memory {
  const kept = [...memory[by], cut(text, limits.letters)].slice(-limits.texts);
  return {
    ...memory,
    turns: memory.turns + 1,
    run: { by, turns: memory.run.by === by ? memory.run.turns + 1 : 1 },
    [by]: kept,
    last: { ...memory.last, [by]: round(worry) },
    ...(by === "shopper"
      ? {
          worry: round(memory.worry + worry),
          heard: memory.heard + 1,
          belief: round(beliefAfter(memory.belief, worry)),
        }
      : { botRepeats: round(repeats(text, memory.bot, limits)) }),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
