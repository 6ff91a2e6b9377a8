import type { Language, ProductCard, ShopSettings, Source } from "@yiwen/shared";
import type { Examples } from "../nlu/few-shot/examples.ts";

/** A product on sale. */
export type Product = ProductCard;

export type Found<T> = { item: T; score: number };

/** The shop's goods on sale, in memory, never changing: a new import makes a new one. */
export type Catalogue = {
  get(id: string): Product | undefined;
  /** Best first; a score is comparable within one answer only, between 0 and 1. */
  search(text: string, limit: number): Found<Product>[];
  /** The kinds of goods there are, by the names that the shop gives them in a language. */
  categories(language: Language): string[];
  readonly size: number;
};

/** A piece of a policy or FAQ document that can be quoted. */
export type Passage = Source & {
  /** The whole text of the passage, Markdown removed. */
  text: string;
  /** The file or document it comes from. */
  document: string;
  language: Language;
  /** What kind of document that is; a policy where it isn't said. */
  source?: "policy" | "faq" | "product" | "answer";
  /** Other wordings of the question that it answers. */
  variants?: string[];
  /** When it was written or last confirmed, epoch milliseconds. */
  updatedAt?: number;
};

/** A passage made ready: what to say of it, and in which words it is asked for. */
export type KnownPassage = Passage & {
  /** The text as an answer: without the label of keywords that some shops put before it. */
  answer: string;
  /** Its document's heading. */
  heading: string;
  /** The questions and keywords that it says it answers. */
  asks: string[];
};

/** `now`, epoch milliseconds, puts younger and better sources first among those that fit alike. */
type Search = { limit: number; language: Language; now?: number };

/** The shop's passages, in memory: a new object whenever they change. */
export type Passages = {
  /** By the words of titles and texts; the score is the share of the question's words that is there. */
  search(text: string, options: Search): Found<KnownPassage>[];
  /** How well a question fits what passages say they answer, best first, 0 to 1: its words and theirs weigh by rarity. */
  fitting(text: string, language: Language, now?: number): Found<KnownPassage>[];
  /** The likeliest answers from all sources, by both ways together; says nothing of whether any is good enough. */
  recall(text: string, options: Search): Found<KnownPassage>[];
  all(language: Language): KnownPassage[];
  readonly size: number;
};

/** Whether humans answer now. */
export type Staffing = {
  /** Inside the shop's hours. */
  open: boolean;
  /** Agents who are online. */
  online: number;
  /** When the shop's hours begin next, epoch milliseconds, where they are set and it is closed. */
  opensAt?: number;
};

/** All that the dialogue may know; everything in an answer comes from here, from an order or from the shop's settings. */
export type Facts = {
  /** Epoch milliseconds: when the command came in. */
  now: number;
  shop: { name: string; settings: ShopSettings };
  /** The picture that the message names, where it is the sender's own. */
  picture?: { width: number; height: number; isRefused: boolean; isHeld: boolean };
  catalogue: Catalogue;
  passages: Passages;
  /** What the shop's agents said that messages were. */
  examples: Examples;
  /** How the language model stands, where the shop has one. */
  model?: { state: "ready" | "down" | "overBudget" };
  /** The shop vouches for who the shopper is, so that their orders can be seen. */
  isSignedIn?: boolean;
  /** Passages can be looked for by what they mean, outside. */
  canRecall?: boolean;
  /** Read only when someone may be handed over: time zones are slow to look up. */
  staffing(): Staffing;
};
