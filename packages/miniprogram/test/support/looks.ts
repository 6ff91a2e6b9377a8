import type { ShopperState, WireEvent } from "@yiwen/shared";
import type { Yiwen } from "../../src/core/yiwen.ts";

/** Settles once the shopper's state fits; it looks at every change. */
export function sees({ client }: Yiwen, fits: (state: ShopperState) => boolean): Promise<ShopperState> {
  if (fits(client.state)) return Promise.resolve(client.state);
  return new Promise((resolve) => {
    const stop = client.subscribe((state) => {
      if (!fits(state)) return;
      stop();
      resolve(state);
    });
  });
}

/** The messages that are shown, in order. */
export function messages(state: ShopperState): WireEvent<"message.sent">[] {
  return (state.thread?.view.events ?? []).filter((event) => event.type === "message.sent");
}

/** What the shopper said, as it stands in the thread. */
export function ownTexts(state: ShopperState): string[] {
  return messages(state).flatMap(({ by, data }) =>
    by.kind === "shopper" && data.content.kind === "text" ? [data.content.text] : [],
  );
}

export const isOnline = ({ connection }: ShopperState) => connection === "online";

/** Everything that was written stands in the thread. */
export const isSettled = (state: ShopperState) =>
  isOnline(state) && state.thread !== undefined && state.pending.length === 0;
