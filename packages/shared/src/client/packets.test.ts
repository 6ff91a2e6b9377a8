import { expect, test } from "vitest";
import { connectFrame, decodePacket, eventFrame } from "./packets.ts";

const decode = (frame: string) => decodePacket(frame, "/shopper");

test("CL57 frames of our namespace are read", () => {
  expect(decode('0{"sid":"x","pingInterval":25000,"pingTimeout":20000}')).toMatchObject({
    type: "open",
    pingInterval: 25_000,
  });
  expect(decode("2")).toEqual({ type: "ping" });
  expect(decode('40/shopper,{"sid":"y"}')).toEqual({ type: "connected" });
  expect(decode('42/shopper,["event",{"seq":1}]')).toEqual({ type: "event", name: "event", data: { seq: 1 } });
  expect(decode('43/shopper,12[{"ok":true}]')).toEqual({ type: "ack", id: 12, data: { ok: true } });
  expect(decode('44/shopper,{"message":"no","data":{"code":"token_expired"}}')).toMatchObject({
    type: "refused",
    data: { data: { code: "token_expired" } },
  });
  expect(decode("41/shopper,")).toEqual({ type: "closed" });
});

test("CL57 what is not ours, or broken, means nothing", () => {
  for (const frame of ["", "6", "9", '42/agent,["event",{}]', '42["event",{}]', "42/shopper,[", "0{", "4"]) {
    expect(decode(frame)).toBeUndefined();
  }
});

test("CL57 a text with line breaks and commas passes both ways", () => {
  const text = "一，\n二, [三]";
  expect(decode(`42/shopper,${JSON.stringify(["event", { text }])}`)).toMatchObject({ data: { text } });
  expect(eventFrame("/shopper", "command", { text }, 3)).toBe(`42/shopper,3["command",${JSON.stringify({ text })}]`);
  expect(connectFrame("/shopper", { token: "t" })).toBe('40/shopper,{"token":"t"}');
});
