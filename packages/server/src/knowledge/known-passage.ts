import type { KnownPassage, Passage } from "../dialogue/facts.ts";
import { withoutLabel } from "./label.ts";

/** A passage made ready to be asked for. `isLabelled`: its document's texts begin with keywords. */
export function knownPassage(passage: Passage, isLabelled: boolean): KnownPassage {
  const { wordings, rest } = isLabelled ? withoutLabel(passage.text) : { wordings: [], rest: passage.text };
  const parts = passage.title.split(" · ");
  const questions = (parts.at(-1) ?? "").split(/(?<=[?？])/);
  const asks = [...questions, ...wordings, ...(passage.variants ?? [])].map((one) => one.trim());
  return {
    ...passage,
    quote: passage.quote.replace(passage.text.slice(0, passage.text.length - rest.length), ""),
    answer: rest,
    heading: parts[0] ?? "",
    asks: asks.filter((one) => one !== ""),
  };
}
