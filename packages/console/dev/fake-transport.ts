import type { Transport, TransportHandlers } from "@yiwen/shared";
import type { FakeShop } from "./fake-shop.ts";

/** A transport that ends in the fake shop of the same page. */
export function fakeTransport(shop: FakeShop): Transport {
  let handlers: TransportHandlers | undefined;
  return {
    connect(_token, next) {
      handlers = next;
      queueMicrotask(() => {
        if (handlers !== next) return;
        if (shop.isDown) return next.lost();
        shop.attach(next);
        next.opened();
      });
    },
    send: async (message) => {
      await new Promise((resolve) => setTimeout(resolve, shop.delayMs));
      if (shop.isDown || !handlers) throw new Error("not connected");
      return shop.take(message);
    },
    signal: (signal) => shop.signals.push(signal),
    close() {
      if (handlers) shop.detach(handlers);
      handlers = undefined;
    },
  };
}
