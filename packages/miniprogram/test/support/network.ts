import type { AddressInfo } from "node:net";
import { createServer, connect as dial, type Server, type Socket } from "node:net";

/** The wire between a phone and the server, with what can happen to it. */
export type Network = {
  /** Where the server is reached through this network. */
  readonly url: string;
  /** Nothing new gets through, and what is there ends. */
  down(): void;
  up(): void;
  /** Every connection that there is ends; new ones can be made. */
  cut(): void;
  /** WebSockets stay open but nothing passes any more, as when a phone changes networks. Idle HTTP connections end. */
  freeze(): void;
  /** What was frozen ends at last, as a phone's system sees to sooner or later. */
  letGo(): void;
  close(): Promise<void>;
};

/** Listens on a port of its own and passes everything on to the server at `target()`. */
export async function createNetwork(target: () => string): Promise<Network> {
  type Pair = [near: Socket, far: Socket];
  const pairs = new Set<Pair>();
  const frozen = new Set<Pair>();
  const upgraded = new Set<Socket>();
  let isDown = false;
  const server: Server = createServer((near) => {
    if (isDown) return void near.destroy();
    const { hostname, port } = new URL(target());
    const far = dial(Number(port), hostname);
    const pair: Pair = [near, far];
    pairs.add(pair);
    near.on("data", (data) => {
      if (/^upgrade: websocket/im.test(data.toString("latin1"))) upgraded.add(near);
    });
    for (const [from, to] of [pair, [far, near] as const]) {
      from.pipe(to);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        to.destroy();
        pairs.delete(pair);
        frozen.delete(pair);
      });
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const end = (which: Set<Pair>) => {
    for (const [near, far] of which) {
      near.destroy();
      far.destroy();
    }
  };
  const cut = () => end(pairs);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    down() {
      isDown = true;
      cut();
    },
    up() {
      isDown = false;
    },
    cut,
    freeze() {
      for (const pair of pairs) {
        const [near, far] = pair;
        frozen.add(pair);
        if (!upgraded.has(near)) near.destroy();
        near.unpipe(far);
        far.unpipe(near);
        near.pause();
        far.pause();
      }
    },
    letGo: () => end(frozen),
    close() {
      isDown = true;
      cut();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
