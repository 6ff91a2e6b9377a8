import {
  type ClientWorld,
  createShopperClient,
  type Locale,
  type ShopperClient,
  type ShopperState,
  tellAll,
} from "@yiwen/shared";

/** The headless client, the same object whoever it speaks for. */
export type StandingClient = {
  client: ShopperClient;
  /** Begins anew as somebody else, in their conversation if one was open. */
  replace(): void;
};

/** Makes a client that can change whom it speaks for without its listeners noticing more than another thread. */
export function createStandingClient(world: () => ClientWorld, locale: () => Locale): StandingClient {
  const listeners = new Set<(state: ShopperState) => void>();
  let isOpen = false;
  let now: ShopperClient;
  const begin = () => {
    const own = createShopperClient(world());
    now = own;
    own.subscribe((state) => {
      if (own === now) tellAll(listeners, state);
    });
  };
  begin();
  const client: ShopperClient = {
    get state() {
      return now.state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(options) {
      isOpen = true;
      return now.open({ locale: locale(), ...options });
    },
    send: (content) => now.send(content),
    retry: (id) => now.retry(id),
    discard: (id) => now.discard(id),
    read: () => now.read(),
    typing: (on) => now.typing(on),
    requestHandoff: () => now.requestHandoff(),
    cancelHandoff: () => now.cancelHandoff(),
    rate: (score, comment) => now.rate(score, comment),
    loadOlder: () => now.loadOlder(),
    reconnectNow: () => now.reconnectNow(),
    pause: () => now.pause(),
    renew: () => now.renew(),
    close() {
      isOpen = false;
      now.close();
    },
  };
  return {
    client,
    replace() {
      const before = now;
      begin();
      before.close();
      tellAll(listeners, now.state);
      if (isOpen) void client.open();
    },
  };
}
