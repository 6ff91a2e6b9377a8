import type { OrderCard } from "@yiwen/shared";
import { literally, readable } from "../../../nlu/normalise.ts";

/** Longer ids are not remembered: the dialogue's state has a limit. */
const keptLength = 64;

/** The ids of orders that were given to pick from, to know them again however the shop writes them. */
export function offerable(orders: OrderCard[]): string[] {
  return orders.map(({ id }) => id).filter(({ length }) => length <= keptLength);
}

/** The order given to pick from whose id stands in the text: "#1001" and "SO/2024/0012" look like no order's number. */
export function pickedOf(text: string, offered: unknown): string | undefined {
  const plain = readable(text);
  return (Array.isArray(offered) ? offered.map(String) : [])
    .filter((id) =>
      new RegExp(`(?<![a-z0-9][-_/]?|\\d\\.)${literally(readable(id))}(?![-_/]?[a-z0-9])`, "iu").test(plain),
    )
    .sort((a, b) => b.length - a.length)[0];
}
