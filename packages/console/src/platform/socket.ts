import type {
  ClientSignal,
  ClientToServer,
  CommandMessage,
  ErrorCode,
  Result,
  ServerToClient,
  Transport,
  TransportHandlers,
} from "@yiwen/shared";
import { errors, namespaces } from "@yiwen/shared";
import { io, type Socket } from "socket.io-client";

type AgentSocket = Socket<ServerToClient, ClientToServer>;

const connectTimeoutMs = 10_000;

/**
 * A transport over socket.io: one websocket at a time, never reconnecting by itself (the client does).
 * An empty token leaves it to the browser's cookie to say who connects.
 */
export function createSocketTransport(origin: string): Transport {
  let socket: AgentSocket | undefined;
  let rejectAll: ((why: Error) => void)[] = [];

  const drop = () => {
    const rejects = rejectAll;
    rejectAll = [];
    for (const reject of rejects) reject(new Error("the connection was lost"));
  };

  const close = () => {
    socket?.removeAllListeners();
    socket?.disconnect();
    socket = undefined;
    drop();
  };

  return {
    connect(token, handlers) {
      close();
      socket = io(origin + namespaces.agent, {
        transports: ["websocket"],
        reconnection: false,
        forceNew: true,
        timeout: connectTimeoutMs,
        auth: { token },
      });
      bind(socket, handlers, drop);
    },
    send: (message: CommandMessage) =>
      new Promise<Result<unknown>>((resolve, reject) => {
        if (!socket?.connected) return reject(new Error("not connected"));
        rejectAll.push(reject);
        socket.emit("command", message, (result) => {
          rejectAll = rejectAll.filter((other) => other !== reject);
          resolve(result);
        });
      }),
    signal(signal: ClientSignal) {
      if (socket?.connected) socket.volatile.emit("signal", signal);
    },
    close,
  };
}

function bind(socket: AgentSocket, handlers: TransportHandlers, drop: () => void): void {
  socket.on("connect", () => handlers.opened());
  socket.on("connect_error", (error: Error & { data?: { code?: string } }) => handlers.lost(known(error.data?.code)));
  socket.on("disconnect", () => {
    drop();
    handlers.lost();
  });
  socket.on("event", (event) => handlers.event(event));
  socket.on("signal", (signal) => handlers.signal(signal));
}

function known(code: string | undefined): ErrorCode | undefined {
  return code && code in errors ? (code as ErrorCode) : undefined;
}
