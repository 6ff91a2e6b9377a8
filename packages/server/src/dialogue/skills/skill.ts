import type { Language } from "@yiwen/shared";
import type { AnyStateMachine } from "xstate";
import type { Intent } from "../../nlu/intents/registry.ts";
import type { Facts } from "../facts.ts";
import type { DialogueState } from "../state.ts";
import type { DialogueInput, Step, Turn, Understood } from "../turn.ts";

/** An input as a skill's machine hears it; guards decide on what it carries. */
export type SkillEvent = { type: string; [key: string]: unknown };

/** What a skill may look at when it speaks. */
export type Scene = {
  facts: Facts;
  dialogue: DialogueState;
  language: Language;
  input: DialogueInput;
  /** The message, where the input is one. */
  said?: { text: string; understood: Understood };
  /** The product on the table before this input, for comparing with. */
  before?: DialogueState["product"];
  /** The skill's machine context after the transition. */
  context: Record<string, unknown>;
};

/** What an action comes to: turns to take and what to remember. */
export type Deed = { turns: Turn[]; outcome?: Step["outcome"]; isOpen?: true; dialogue?: Partial<DialogueState> };

/** One thing the bot can do. The machine decides what happens; `perform` finds the words and facts for it. */
export type Skill = {
  name: string;
  machine: AnyStateMachine;
  /** What it is begun by, when a message is clear. */
  intents: readonly Intent[];
  /** The event that an input is to the machine; undefined when it is none of its business. */
  hear(scene: Scene): SkillEvent | undefined;
  /** Whether a message answers the question that the skill has asked. */
  isAnswer?(scene: Scene): boolean;
  perform(action: string, scene: Scene): Deed;
};

/** Tag of the machine states in which a skill waits for the shopper's answer. */
export const asking = "asking";
/** The event by which a skill asks its open question again after an interruption. */
export const resume = { type: "resume" } as const;
