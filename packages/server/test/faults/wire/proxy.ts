import { createServer, connect as dial, type Server, type Socket } from "node:net";
import type { Chance } from "../chance.ts";
import { createSplitter, type Piece } from "./frames.ts";

/** To the server, or from it. */
export type Direction = "up" | "down";

/** What happens to each message of one direction: shares of 0 to 1. `isSilent` swallows everything, heartbeats too. */
export type Weather = { drop: number; double: number; swap: number; isSilent: boolean };

/** One connection through a proxy. */
export type Link = {
  readonly weather: Record<Direction, Weather>;
  /** Ends both sides at once, without a word. */
  cut(): void;
  /** Lets nothing through in this direction until it is called with `false`; nothing is lost. */
  hold(direction: Direction, isHeld: boolean): void;
  /** Who ended it: the end from which messages went up or down. */
  readonly ended: Promise<Direction>;
  /** What was done to messages so far. */
  readonly done: { dropped: number; doubled: number; swapped: number };
};

/** A port that leads to another one, through whatever weather there is. */
export type ProxyPort = {
  readonly port: number;
  readonly links: ReadonlySet<Link>;
  /** New connections are ended at once. */
  isShut: boolean;
  /** The next connection is cut once so many messages came through this way. */
  cutNextAfter?: { direction: Direction; messages: number } | undefined;
  close(): Promise<void>;
};

const calm = (): Weather => ({ drop: 0, double: 0, swap: 0, isSilent: false });

/** Starts a proxy on a free port of this machine; `isFramed` where the connections are WebSockets. */
export async function startProxy(target: number, chance: Chance, isFramed = true): Promise<ProxyPort> {
  const links = new Set<Link>();
  const server = createServer((client) => {
    if (proxy.isShut) return client.destroy();
    const end = proxy.cutNextAfter;
    proxy.cutNextAfter = undefined;
    const link = createLink(client, dial(target, "127.0.0.1"), chance, isFramed, end);
    links.add(link);
    client.once("close", () => links.delete(link));
    return undefined;
  });
  const proxy: ProxyPort = { port: await listen(server), links, isShut: false, close: () => close(server, links) };
  return proxy;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
  });
}

function close(server: Server, links: Set<Link>): Promise<void> {
  for (const link of links) link.cut();
  return new Promise((resolve) => server.close(() => resolve()));
}

function createLink(
  client: Socket,
  server: Socket,
  chance: Chance,
  isFramed: boolean,
  last: ProxyPort["cutNextAfter"],
): Link {
  const weather = { up: calm(), down: calm() };
  const done = { dropped: 0, doubled: 0, swapped: 0 };
  const ways = { up: { from: client, to: server }, down: { from: server, to: client } };
  const held = { up: false, down: false };
  const ended = Promise.withResolvers<Direction>();
  const cut = () => {
    client.destroy();
    server.destroy();
  };
  for (const direction of ["up", "down"] as const) {
    const { from, to } = ways[direction];
    const split = createSplitter(isFramed);
    const pass = createPass(to, weather[direction], { chance, done });
    let left = last?.direction === direction ? last.messages : Number.POSITIVE_INFINITY;
    from.on("data", (chunk: Buffer) => {
      for (const piece of split(chunk)) {
        if (piece.isMessage && left-- <= 0) return cut();
        pass(piece);
      }
      if (to.writableNeedDrain && !to.destroyed) {
        from.pause();
        to.once("drain", () => held[direction] || from.resume());
      }
      return undefined;
    });
    const end = () => {
      ended.resolve(direction);
      cut();
    };
    from.on("error", end);
    from.once("close", end);
  }
  return {
    weather,
    done,
    ended: ended.promise,
    cut,
    hold(direction, isHeld) {
      held[direction] = isHeld;
      if (isHeld) ways[direction].from.pause();
      else ways[direction].from.resume();
    },
  };
}

/** Passes pieces on as the weather lets them. */
function createPass(
  to: Socket,
  weather: Weather,
  { chance, done }: { chance: Chance; done: Link["done"] },
): (piece: Piece) => void {
  let late: Buffer | undefined;
  const write = (bytes: Buffer) => {
    if (!to.destroyed) to.write(bytes);
  };
  return ({ bytes, isMessage }) => {
    if (weather.isSilent || (isMessage && chance.happens(weather.drop))) {
      done.dropped++;
      return;
    }
    if (isMessage && !late && chance.happens(weather.swap)) {
      done.swapped++;
      late = bytes;
      return;
    }
    write(bytes);
    if (isMessage && chance.happens(weather.double)) {
      done.doubled++;
      write(bytes);
    }
    if (late) write(late);
    late = undefined;
  };
}
