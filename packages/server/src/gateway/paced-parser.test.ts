import { expect, test } from "vitest";
import { createPacedParser } from "./paced-parser.ts";

function connection(rate: { burst: number; perSecond: number }) {
  const time = { now: 0 };
  const { Decoder } = createPacedParser(rate, () => time.now) as unknown as {
    Decoder: new () => { add(text: string): void; on(name: "decoded", listener: () => void): void };
  };
  const decoder = new Decoder();
  let read = 0;
  decoder.on("decoded", () => {
    read++;
  });
  return { time, add: (text: string) => decoder.add(text), read: () => read };
}

test("PT7 a connection that floods is ended, and one that stays below its rate is not", () => {
  const { time, add, read } = connection({ burst: 100, perSecond: 10 });
  for (let n = 0; n < 100; n++) add('2["command",{}]');
  expect(() => add('2["command",{}]')).toThrow("too many packets");
  expect(read()).toBe(100);
  time.now = 1000;
  for (let n = 0; n < 9; n++) add('2["command",{}]');
  expect(read()).toBe(109);
});

test("PT7 what is no packet counts as well", () => {
  const { add } = connection({ burst: 10, perSecond: 1 });
  for (let n = 0; n < 10; n++) expect(() => add("9")).toThrow("invalid packet");
  expect(() => add("9")).toThrow("too many packets");
});

test("PT7 large packets count as several", () => {
  const { add } = connection({ burst: 100, perSecond: 1 });
  const large = JSON.stringify(["command", "x".repeat(60_000)]);
  for (let n = 0; n < 6; n++) add(`2${large}`);
  expect(() => add(`2${large}`)).toThrow("too many packets");
});

test("PT12 what is nested too deep ends its connection unparsed", () => {
  const { add, read } = connection({ burst: 100, perSecond: 1 });
  expect(() => add(`2["command",${"[".repeat(30_000)}${"]".repeat(30_000)}]`)).toThrow("nested too deep");
  expect(read()).toBe(0);
});

test("PT7 guessing at tokens on one connection ends after a few tries", () => {
  const { add, read } = connection({ burst: 600, perSecond: 200 });
  for (let n = 0; n < 10; n++) add('0/shopper,{"token":"guess"}');
  expect(() => add('0/shopper,{"token":"guess"}')).toThrow("too many packets");
  expect(read()).toBe(10);
});
