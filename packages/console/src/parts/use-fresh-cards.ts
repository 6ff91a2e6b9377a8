import { useEffect } from "preact/hooks";
import type { OpenConversation } from "../thread/conversation-of.ts";
import { useDesk } from "./desk-context.ts";

const everyMs = 30_000;

/** Reads price, stock and orders when a conversation opens, and again every half minute while it is watched. */
export function useFreshCards(open: OpenConversation | undefined): void {
  const { live, page, state } = useDesk();
  const consult = open?.row.conversation.consult;
  const names = {
    productIds: consult?.productId ? [consult.productId] : [],
    orderIds: [...new Set([...(consult?.orderId ? [consult.orderId] : []), ...(open?.thread?.shopper.orderIds ?? [])])],
  };
  const key = JSON.stringify(names);
  const isOnline = state.value.connection === "online";
  useEffect(() => {
    if (!isOnline) return;
    const read = () => void live.refresh(JSON.parse(key));
    read();
    const timer = setInterval(() => page.isWatched() && read(), everyMs);
    return () => clearInterval(timer);
  }, [key, isOnline, live, page]);
}
