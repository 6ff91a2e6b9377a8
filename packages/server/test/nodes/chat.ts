import {
  type ClientWorld,
  createShopperClient,
  type ShopperClient,
  type ShopperState,
  type Transport,
} from "@yiwen/shared";
import { createSocketTransport } from "../../../widget/src/platform/socket.ts";

/** A shopper with the widget's own client. */
export type Chat = {
  client: ShopperClient;
  /** Settles once what the screen shows fits. */
  sees(fits: (state: ShopperState) => boolean): Promise<ShopperState>;
  /** The texts of the shopper's messages that are stored, as the screen shows them, in order. */
  said(): string[];
};

/** Opens the chat; each connection goes to the origin that is answered then. */
export async function openChat(token: string, origin: () => string): Promise<Chat> {
  const kept = new Map<string, string>();
  const world: ClientWorld = {
    transport: roaming(origin),
    storage: {
      keys: (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
      get: (key) => kept.get(key) ?? null,
      set: (key, value) => void kept.set(key, value),
      remove: (key) => void kept.delete(key),
    },
    token: async () => ({ token, scope: token.slice(-8) }),
  };
  const client = createShopperClient(world);
  const chat: Chat = {
    client,
    sees: (fits) =>
      new Promise((resolve) => {
        const look = (state: ShopperState) => {
          if (!fits(state)) return;
          stop();
          resolve(state);
        };
        const stop = client.subscribe(look);
        look(client.state);
      }),
    said: () => textsOf(client.state),
  };
  const opened = await client.open();
  if (!opened.ok) throw new Error(opened.error.code);
  return chat;
}

function textsOf({ thread }: ShopperState): string[] {
  return (thread?.view.events ?? []).flatMap((event) =>
    event.type === "message.sent" && event.by.kind === "shopper" && "text" in event.data.content
      ? [event.data.content.text]
      : [],
  );
}

function roaming(origin: () => string): Transport {
  let current: Transport | undefined;
  return {
    connect(token, handlers) {
      current?.close();
      current = createSocketTransport(origin());
      current.connect(token, handlers);
    },
    send: (message) => current?.send(message) ?? Promise.reject(new Error("not connected")),
    signal: (signal) => current?.signal(signal),
    close: () => current?.close(),
  };
}
