import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Server } from "socket.io";
import { expect, test } from "vitest";
import { createDoor, type DoorRefusal } from "./door.ts";

const from = (remoteAddress: string) => ({ headers: {}, socket: { remoteAddress } }) as unknown as IncomingMessage;

function door(limits: { sockets?: number; socketsPerAddress?: number; burst?: number }) {
  const refusals: DoorRefusal[] = [];
  const engine = new EventEmitter();
  const { sockets = 100, socketsPerAddress = 100, burst = 100 } = limits;
  const made = createDoor({
    limits: { sockets, socketsPerAddress, connects: { burst, perSecond: 1 } },
    trustProxy: false,
    now: () => 0,
    refused: (why) => refusals.push(why),
  });
  made.attach({ engine } as unknown as Server);
  const enter = (address: string) => {
    const request = from(address);
    if (made.refuse(request)) return undefined;
    const socket = Object.assign(new EventEmitter(), { request });
    engine.emit("connection", socket);
    return socket;
  };
  return { made, enter, refusals };
}

test("PT5 one address has so many sockets at once, the others are not touched by it", () => {
  const { made, enter, refusals } = door({ socketsPerAddress: 2 });
  const first = enter("1.1.1.1");
  enter("1.1.1.1");
  expect(enter("1.1.1.1")).toBeUndefined();
  expect(enter("2.2.2.2")).toBeDefined();
  expect(refusals).toEqual(["address"]);
  first?.emit("close");
  expect(enter("1.1.1.1")).toBeDefined();
  expect(made.sockets).toBe(3);
});

test("PT5 a node has so many sockets in all", () => {
  const { enter, refusals } = door({ sockets: 2 });
  const first = enter("1.1.1.1");
  enter("2.2.2.2");
  expect(enter("3.3.3.3")).toBeUndefined();
  expect(refusals).toEqual(["full"]);
  first?.emit("close");
  expect(enter("3.3.3.3")).toBeDefined();
});

test("PT5 one address opens sockets only so fast", () => {
  const { enter, refusals } = door({ burst: 3 });
  for (let n = 0; n < 3; n++) enter("1.1.1.1")?.emit("close");
  expect(enter("1.1.1.1")).toBeUndefined();
  expect(enter("2.2.2.2")).toBeDefined();
  expect(refusals).toEqual(["rate"]);
});

test("ND17 a node that is being stopped lets nobody in any more", () => {
  const { made, enter, refusals } = door({});
  expect(enter("1.1.1.1")).toBeDefined();
  made.close();
  expect(enter("1.1.1.1")).toBeUndefined();
  expect([made.isClosed, refusals]).toEqual([true, ["full"]]);
});
