import { expect, test } from "vitest";
import type { EventBody, WireEvent } from "../events.ts";
import { heldPictures } from "./pictures.ts";

const events = (...bodies: EventBody[]) =>
  bodies.map((body, n) => ({ ...body, conversationId: "c", seq: n + 1, at: n, by: { kind: "shopper" } }) as WireEvent);
const picture = (id: string): EventBody => ({
  type: "message.sent",
  data: { id, content: { kind: "image", uploadId: `u-${id}`, width: 4, height: 3 }, checking: true },
});

test("VW21 a picture that is being checked is held until it is cleared, a withheld one for ever", () => {
  const sent = [picture("a"), picture("b"), picture("c")];
  expect([...heldPictures(events(...sent))]).toEqual([
    ["a", "checking"],
    ["b", "checking"],
    ["c", "checking"],
  ]);
  const told = events(
    ...sent,
    { type: "message.cleared", data: { messageId: "a" } },
    { type: "message.withheld", data: { messageId: "b" } },
  );
  expect([...heldPictures(told)]).toEqual([
    ["b", "withheld"],
    ["c", "checking"],
  ]);
});

test("VW21 a picture that was shown and is withheld later is held", () => {
  const late = events(
    picture("a"),
    { type: "message.cleared", data: { messageId: "a" } },
    { type: "message.withheld", data: { messageId: "a" } },
  );
  expect(heldPictures(late).get("a")).toBe("withheld");
});
