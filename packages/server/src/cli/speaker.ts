import type {
  AgentReplies,
  ClientToServer,
  Result,
  ServerSignal,
  ServerToClient,
  ShopperReplies,
  WireEvent,
} from "@yiwen/shared";
import { namespaces } from "@yiwen/shared";
import { io, type Socket } from "socket.io-client";

type Replies = { shopper: ShopperReplies; agent: AgentReplies };

/** One socket that speaks the protocol and nothing more: for trying, measuring and testing a server from outside. */
export type Speaker<K extends "shopper" | "agent"> = {
  socket: Socket<ServerToClient, ClientToServer>;
  /** Sends a command under a new id, or the one given; settles with its answer. */
  command<T extends keyof Replies[K] & string>(
    type: T,
    input: unknown,
    options?: { conversationId?: string; id?: string },
  ): Promise<Result<Replies[K][T]>>;
  onEvent(listener: (event: WireEvent) => void): () => void;
  onSignal(listener: (signal: ServerSignal) => void): () => void;
  close(): void;
};

/** Connects with a token; rejects with the refusal's code when the server does not let it in. */
export function speak<K extends "shopper" | "agent">(url: string, kind: K, token: string): Promise<Speaker<K>> {
  const socket: Socket<ServerToClient, ClientToServer> = io(`${url}${namespaces[kind]}`, {
    auth: { token },
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
  });
  let sent = 0;
  const prefix = crypto.randomUUID();
  const on =
    <E extends "event" | "signal">(name: E) =>
    (listener: ServerToClient[E]) => {
      socket.on(name, listener as never);
      return () => void socket.off(name, listener as never);
    };
  const speaker: Speaker<K> = {
    socket,
    command: (type, input, { conversationId, id = `${prefix}.${++sent}` } = {}) =>
      new Promise((resolve) => {
        const message = { id, type, input, ...(conversationId !== undefined && { conversationId }) };
        socket.emit("command", message, (result) => resolve(result as never));
      }),
    onEvent: on("event"),
    onSignal: on("signal"),
    close: () => void socket.close(),
  };
  return new Promise((resolve, reject) => {
    socket.once("connect", () => resolve(speaker));
    socket.once("connect_error", (error: Error & { data?: { code: string } }) => {
      socket.close();
      reject(Object.assign(new Error(error.data?.code ?? error.message), { code: error.data?.code }));
    });
  });
}
