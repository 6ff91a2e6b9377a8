import { useEffect } from "preact/hooks";
import type { OpenConversation } from "../thread/conversation-of.ts";
import { useDesk } from "./desk-context.ts";

const everyMs = 30_000;

/** Reads price, stock and orders when a conversation opens, and again every half minute while it is watched. */
export function useFreshCards(open: OpenConversation | undefined): void {
  const { client, page, state } = useDesk();
  const { consult, id } = open?.row.conversation ?? {};
  const productIds = consult?.productId ? [consult.productId] : [];
  const orderIds = [
    ...new Set([...(consult?.orderId ? [consult.orderId] : []), ...(open?.thread?.shopper.orderIds ?? [])]),
  ];
  const key = JSON.stringify({ productIds, orderIds });
  const isOnline = state.value.connection === "online";
  const isNamed = productIds.length + orderIds.length > 0;
  useEffect(() => {
    if (!isOnline || !isNamed) return;
    const read = () => void client.readCards(JSON.parse(key), id);
    read();
    const timer = setInterval(() => page.isWatched() && read(), everyMs);
    return () => clearInterval(timer);
  }, [key, id, isOnline, isNamed, client, page]);
}
