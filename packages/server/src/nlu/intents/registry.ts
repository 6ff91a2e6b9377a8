import type { Language } from "@yiwen/shared";
import { definitions } from "./definitions.ts";

export type Intent = keyof typeof definitions;

/** Every intent that can be understood, in one order for ever: classifiers number them by it. */
export const intents = Object.keys(definitions) as Intent[];

/** Whether a name is an intent of ours. */
export function isIntent(name: string): name is Intent {
  return Object.hasOwn(definitions, name);
}

/** The plain question that stands for an intent, as a choice's label and as the words it sends. */
export function askFor(intent: Intent, language: Language): string {
  return definitions[intent].ask[language];
}
