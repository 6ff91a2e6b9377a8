import type { ServerSignal } from "@yiwen/shared";
import type { Clock } from "../ports/clock.ts";
import type { Sockets } from "./sockets.ts";
import { eventText } from "./text-parser.ts";

type AnySocket = Sockets["shoppers"] extends { sockets: Map<string, infer S> } ? S : never;

/** All sockets have had their turn within this time, in milliseconds: another node has to take each of them in. */
const withinMs = 5000;
const everyMs = 50;
/** So few at once are no crowd, not even for a node that has just started. */
const fewest = 5;

const resync: ServerSignal = { type: "resync", data: {} };

/** Ends all sockets of this node, in random order: their clients connect to another, a few at a time. */
export function endInTurn(sockets: Sockets, clock: Clock): Promise<void> {
  return inTurn(all(sockets), clock, (socket) => socket.disconnect(true));
}

/** Tells all sockets of this node to look for what they missed, a few at a time. */
export function resyncInTurn(sockets: Sockets, clock: Clock): void {
  void inTurn(all(sockets), clock, (socket) => socket.conn.write(eventText(socket.nsp.name, "signal", resync)));
}

function all({ shoppers, agents }: Sockets): AnySocket[] {
  const some = [...shoppers.sockets.values(), ...agents.sockets.values()] as AnySocket[];
  return some
    .map((socket) => ({ socket, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ socket }) => socket);
}

async function inTurn(sockets: AnySocket[], clock: Clock, run: (socket: AnySocket) => void): Promise<void> {
  const size = Math.max(fewest, Math.ceil((sockets.length * everyMs) / withinMs));
  for (let n = 0; n < sockets.length; n += size) {
    if (n > 0) await new Promise<void>((go) => void clock.after(everyMs, go));
    for (const socket of sockets.slice(n, n + size)) run(socket);
  }
}
