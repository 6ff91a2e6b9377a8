import type { IncomingMessage } from "node:http";
import type { Server } from "socket.io";
import { addressOf } from "../auth/address.ts";
import type { Limits } from "../deps.ts";
import { createLimiter } from "./limiter.ts";

/** Why a socket was not let in: the node is full, too many from this address at once, or too fast. */
export type DoorRefusal = "full" | "address" | "rate";

/** Who may open a socket, before anything of theirs is read. */
export type Door = {
  /** Answers why not; counts the try. */
  refuse(request: IncomingMessage): DoorRefusal | undefined;
  /** Counts the sockets that are open. */
  attach(io: Server): void;
  /** Lets nobody in any more. */
  close(): void;
  readonly isClosed: boolean;
  readonly sockets: number;
};

export type DoorOptions = {
  limits: Pick<Limits, "connects" | "sockets" | "socketsPerAddress">;
  trustProxy: boolean;
  now(): number;
  refused(why: DoorRefusal): void;
};

/** The door of one node: so many sockets in all, so many from one address, and from there only so fast. */
export function createDoor({ limits, trustProxy, now, refused }: DoorOptions): Door {
  const open = new Map<string, number>();
  const pace = createLimiter(limits.connects);
  let sockets = 0;
  let isClosed = false;

  function whyNot(address: string): DoorRefusal | undefined {
    if (isClosed || sockets >= limits.sockets) return "full";
    if ((open.get(address) ?? 0) >= limits.socketsPerAddress) return "address";
    return pace.take(address, now()).ok ? undefined : "rate";
  }

  function count(address: string, change: 1 | -1): void {
    sockets += change;
    const left = (open.get(address) ?? 0) + change;
    if (left > 0) open.set(address, left);
    else open.delete(address);
  }

  return {
    refuse(request) {
      const why = whyNot(addressOf(request, trustProxy));
      if (why) refused(why);
      return why;
    },
    attach({ engine }) {
      engine.on("connection", (socket: { request: IncomingMessage; once(name: "close", run: () => void): void }) => {
        const address = addressOf(socket.request, trustProxy);
        count(address, 1);
        socket.once("close", () => count(address, -1));
      });
    },
    close() {
      isClosed = true;
    },
    get isClosed() {
      return isClosed;
    },
    get sockets() {
      return sockets;
    },
  };
}
