import { Server } from "socket.io";
import { describe, expect, test } from "vitest";
import { eventText, textParser } from "./text-parser.ts";

type Parser = { Encoder: new () => { encode(packet: object): unknown[] }; Decoder: new () => Decoder };
type Decoder = { add(text: unknown): void; on(name: "decoded", listener: (packet: object) => void): void };
const ours = textParser as unknown as Parser;
/** What socket.io uses where it is given nothing else. */
const theirs = (new Server() as unknown as { _parser: Parser })._parser;

const packets = [
  { type: 0, nsp: "/shopper", data: { token: "t,1" } },
  { type: 0, nsp: "/" },
  { type: 1, nsp: "/agent" },
  { type: 2, nsp: "/", data: ["command", { id: "1", text: "有货吗, 3[4]" }] },
  { type: 2, nsp: "/shopper", id: 0, data: ["command", {}] },
  { type: 2, nsp: "/shopper", id: 120, data: ["signal"] },
  { type: 3, nsp: "/agent", id: 7, data: [{ ok: true }] },
  { type: 3, nsp: "/agent", id: 7, data: [] },
];

function decoded(parser: Parser, text: unknown): object | "refused" {
  const decoder = new parser.Decoder();
  let packet: object | undefined;
  decoder.on("decoded", (read) => {
    packet = read;
  });
  try {
    decoder.add(text);
  } catch {
    return "refused";
  }
  return packet ?? "refused";
}

describe("packets", () => {
  test.each(packets)(
    "GW6 a packet is written as socket.io writes it, and read as it reads it: $type $nsp",
    (packet) => {
      const [text] = new theirs.Encoder().encode(packet);
      expect(new ours.Encoder().encode(packet)).toEqual([text]);
      expect(decoded(ours, text)).toEqual(decoded(theirs, text));
    },
  );

  test("GW6 an event for many is written as socket.io writes it for each", () => {
    const event = { conversationId: "c", seq: 3 };
    const [text] = new theirs.Encoder().encode({ type: 2, nsp: "/shopper", data: ["event", event] });
    expect(eventText("/shopper", "event", event)).toBe(text);
  });

  test.each([
    "",
    "9",
    "x",
    "2",
    "2[]",
    "2{}",
    '2/shopper,["disconnecting"]',
    '2["connect"]',
    "2[4",
    "0[]",
    "0null",
    "1{}",
    "3{}",
    '51-["command",{"_placeholder":true,"num":0}]',
    Buffer.from("2[]"),
    { base64: true },
  ])("GW7 what is no packet, or a binary one, is refused: %j", (text) => {
    expect(decoded(ours, text)).toBe("refused");
  });
});
