import type { Content, EventData } from "@yiwen/shared";
import type { StoredEvent } from "../conversation/stored.ts";
import type { ShopSnapshot } from "../ports/shop-data.ts";

/** What was said, by whom: the shopper, or whoever spoke for the shop. */
export type Line = { from: "shopper" | "shop"; text: string };

const longest = 600;

/** The words of a conversation, oldest first; cards and pictures as a word for them. */
export function linesOf(events: StoredEvent[], { catalogue }: Pick<ShopSnapshot, "catalogue">): Line[] {
  return events.flatMap((event): Line[] => {
    if (event.type !== "message.sent") return [];
    const { content } = event.data as EventData["message.sent"];
    const text = wordsOf(content, (id) => catalogue.get(id)?.title ?? id);
    return [{ from: event.by.kind === "shopper" ? "shopper" : "shop", text: text.slice(0, longest) }];
  });
}

function wordsOf(content: Content, titleOf: (id: string) => string): string {
  switch (content.kind) {
    case "text":
    case "choices":
      return content.text;
    case "image":
      return "(picture)";
    case "product":
      return `(product: ${titleOf(content.productId)})`;
    case "order":
      return `(order: ${content.orderId})`;
  }
}
