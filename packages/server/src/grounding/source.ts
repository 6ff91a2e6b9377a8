import type { OrderStatus } from "@yiwen/shared";
import { plainText } from "./plain-text.ts";

/** One of what can be chosen of a product: what it is called by, and what is only true of it. */
export type GroundChoice = {
  /** Name of an option ("颜色") → its value in all the words that it goes by. */
  options: Record<string, string[]>;
  text: string;
  stock: number;
};

/** Something that an answer may repeat: a passage, a product, an order, what a tool found. */
export type GroundSource = {
  id: string;
  /** What it goes by, where it is one thing of several: a product's title, an order's number. */
  names: string[];
  /** Its heading: what all of it is about. */
  heading: string;
  /** What is true of all of it. */
  text: string;
  /** What is true of one size or colour only. */
  choices?: GroundChoice[];
  /** How many there are of all choices together. */
  stock?: number;
  /** The state of the order that it is, and what was ordered. */
  order?: { status: OrderStatus; items: string[] };
  /** It answers the shopper's question: what it leaves out is as in the question. */
  isAnswer?: boolean;
};

/** All that a source says, as the model reads it. */
export function textOf({ text, choices = [] }: GroundSource): string {
  return [text, ...choices.map((choice) => choice.text)].join("\n");
}

/** A source whose options can be looked for in texts that went through `plainText`. */
export function withPlainOptions(source: GroundSource): GroundSource {
  if (!source.choices) return source;
  const choices = source.choices.map((choice) => {
    const options = Object.entries(choice.options).map(([key, words]) => [key, words.map(plainText)]);
    return { ...choice, options: Object.fromEntries(options) as GroundChoice["options"] };
  });
  return { ...source, choices };
}
