import type { Entity } from "@yiwen/shared";
import { bare } from "../nlu/normalise.ts";
import type { Facts } from "./facts.ts";
import { aboutProduct } from "./follow-up.ts";
import { type DialogueState, recentKept } from "./state.ts";
import type { DialogueInput } from "./turn.ts";
import { chooseOptions } from "./variants.ts";

type Said = Extract<DialogueInput, { type: "said" }>;

/** The product, its size and colour, and the order that the message names. */
export function onTheTable(dialogue: DialogueState, { text, understood }: Said, facts: Facts): DialogueState {
  const named = understood.entities.filter(({ kind }) => kind === "product");
  const isUnknownLink = named.length === 0 && bare(text) === "" && /https?:/i.test(text);
  // Several that fit the same words: better to ask which than to answer about the one before.
  const isOpen = named.length > 1 && understood.intent !== "compare" && aboutProduct.has(understood.intent);
  if (isUnknownLink || isOpen) {
    const { product: _, candidates: __, ...rest } = { ...dialogue, ...recentWith(dialogue) };
    return isOpen ? { ...rest, candidates: named.map(({ value }) => value) } : rest;
  }
  // Set against the product on the table, another doesn't take its place.
  const isBeside = understood.intent === "compare" && dialogue.product !== undefined;
  const id = named.length === 1 && !isBeside ? named[0]!.value : dialogue.product?.id;
  const product = id === undefined ? undefined : facts.catalogue.get(id);
  if (!product) return dialogue;
  const kept = product.id === dialogue.product?.id ? dialogue.product.chosen : {};
  const { chosen, unknown } = chooseOptions(product, text, understood.entities);
  const { candidates, ...rest } = dialogue;
  const listed = candidates?.includes(product.id) ? candidates : dialogue.listed;
  return {
    ...rest,
    ...(listed && { listed }),
    ...recentWith(dialogue, product.id),
    product: { id: product.id, chosen: { ...without(kept, unknown), ...chosen } },
  };
}

/** The products spoken of before, once another (or none) is on the table. */
export function recentWith({ product, recent = [] }: DialogueState, next?: string): Pick<DialogueState, "recent"> {
  if (!product || product.id === next) return {};
  return { recent: [product.id, ...recent.filter((id) => id !== product.id && id !== next)].slice(0, recentKept) };
}

/** A size or colour that isn't there takes nothing else's place, and the old choice is over. */
function without(chosen: Record<string, string>, unknown: Entity[]): Record<string, string> {
  return unknown.length > 0 ? {} : chosen;
}
