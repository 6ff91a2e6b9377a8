import { type Mention, namerOf } from "./names.ts";
import { type SaidState, statesIn } from "./order-states.ts";
import { plainText } from "./plain-text.ts";
import type { GroundSource } from "./source.ts";

type Order = GroundSource & Required<Pick<GroundSource, "order">>;

const over = new Set(["delivered", "completed", "cancelled", "refunded"]);

/** Finds in a text that went through `plainText` the states that the order meant is not in. */
export function statesBeyondOf(sources: GroundSource[], asked: string): (text: string) => string[] {
  const orders = sources.filter((source): source is Order => source.order !== undefined);
  const byNumber = namerOf(orders);
  const byItems = namerOf(orders.map(({ id, order }) => ({ id, names: order.items })));
  const inQuestion = orders.filter(({ id }) => byNumber(plainText(asked)).some((mention) => mention.id === id));

  const meantBy = (text: string, { at, said }: SaidState): Order[] => {
    const end = at + said.length;
    const named = last(byNumber(text.slice(0, end))) ?? last(byItems(sentenceAt(text, at, end)));
    const ids = named ?? first(byNumber(text.slice(end)));
    if (ids) return orders.filter(({ id }) => ids.includes(id));
    if (inQuestion.length > 0) return inQuestion;
    // "Your order", where there are several: the one that is not over yet.
    const open = orders.filter(({ order }) => !over.has(order.status));
    return open.length > 0 ? open : orders;
  };
  return (text) =>
    statesIn(text).flatMap((claim) => {
      const meant = meantBy(text, claim);
      const isSo = meant.length > 0 && meant.every((order) => fits(order, claim));
      return isSo ? [] : [claim.said];
    });
}

function fits({ order, text }: Order, { said, states }: SaidState): boolean {
  return states.includes(order.status) || statesIn(plainText(text)).some((state) => state.said === said);
}

/** Those named last, or first; an item that several orders have names all of them. */
function last(mentions: Mention[]): string[] | undefined {
  return nearest(mentions, Math.max(...mentions.map(({ at }) => at)));
}

function first(mentions: Mention[]): string[] | undefined {
  return nearest(mentions, Math.min(...mentions.map(({ at }) => at)));
}

function nearest(mentions: Mention[], place: number): string[] | undefined {
  return mentions.length === 0 ? undefined : mentions.filter(({ at }) => at === place).map(({ id }) => id);
}

function sentenceAt(text: string, at: number, end: number): string {
  const start = Math.max(...["。", "！", "!", "?", "；", ";", "\n"].map((mark) => text.lastIndexOf(mark, at))) + 1;
  return text.slice(start, end);
}
