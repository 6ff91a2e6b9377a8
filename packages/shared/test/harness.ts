import { createAgentClient } from "../src/client/agent-client.ts";
import { createShopperClient } from "../src/client/shopper-client.ts";
import type { ClientWorld, ShopperState } from "../src/client/types.ts";
import type { ErrorCode } from "../src/errors.ts";
import type { WireEvent } from "../src/events.ts";
import type { ConversationView } from "../src/view/conversation.ts";
import { createFakeClock, createMemoryStorage, createRandom } from "./fake-clock.ts";
import { createScriptedServer } from "./scripted-server.ts";

/** A clock, a server and clients that live by them. */
export function createHarness(seed = 1) {
  const clock = createFakeClock();
  const random = createRandom(seed);
  const server = createScriptedServer(clock, random);
  const session = { token: "token-1", scope: "s1", asked: [] as (string | undefined)[] };
  const world = (role: "shopper" | "agent", storage = createMemoryStorage()) => {
    const transport = server.transport(role);
    const clientWorld: ClientWorld = {
      transport,
      storage,
      token: async (refused) => {
        session.asked.push(refused);
        return { token: session.token, scope: session.scope };
      },
      now: clock.now,
      random,
      after: clock.after,
    };
    return { transport, storage, clientWorld };
  };
  return {
    clock,
    random,
    server,
    session,
    world,
    shopper(storage?: ReturnType<typeof createMemoryStorage>) {
      const { transport, storage: used, clientWorld } = world("shopper", storage);
      return {
        client: createShopperClient(clientWorld),
        cut: (code?: ErrorCode) => transport.cut(code),
        storage: used,
      };
    },
    agent(storage?: ReturnType<typeof createMemoryStorage>) {
      const { transport, storage: used, clientWorld } = world("agent", storage);
      return { client: createAgentClient(clientWorld), cut: (code?: ErrorCode) => transport.cut(code), storage: used };
    },
    bot(conversationId: string, text: string): WireEvent {
      const content = { kind: "text", text } as const;
      const id = `bot${server.logs.get(conversationId)!.events.length}`;
      return server.append(conversationId, { kind: "bot" }, { type: "message.sent", data: { id, content } });
    },
  };
}

/** The texts shown, and under them the unsent ones in brackets. */
export function shown(state: Pick<ShopperState, "thread" | "pending">): string[] {
  return [
    ...texts(state.thread?.view),
    ...state.pending.map(({ content, status }) =>
      content.kind === "text" ? `[${content.text}${status === "failed" ? "!" : ""}]` : `[${content.kind}]`,
    ),
  ];
}

/** The texts of a view's messages. */
export function texts(view: ConversationView | undefined): string[] {
  return (view?.events ?? []).flatMap((event) =>
    event.type === "message.sent" && event.data.content.kind === "text" ? [event.data.content.text] : [],
  );
}
