import { type Content, emptySummary, type ThreadState, type WireEvent } from "@yiwen/shared";
import { expect, test } from "vitest";
import { threadItems } from "./items.ts";
import { aboutToSpeak, activeChoices, answerExpectedMs, statedMessage } from "./waiting.ts";

const now = 1_800_000_000_000;
const choices: Content = { kind: "choices", text: "?", choices: [{ label: "A", action: { do: "requestHandoff" } }] };
const text: Content = { kind: "text", text: "…" };

function threadOf(
  said: ["bot" | "shopper", Content][],
  change: Partial<ThreadState["view"]["summary"]> = {},
): ThreadState {
  const events = said.map(
    ([kind, content], index): WireEvent => ({
      type: "message.sent",
      conversationId: "c",
      seq: index + 1,
      at: now,
      by: { kind },
      data: { id: `m${index + 1}`, content },
    }),
  );
  const summary = { ...emptySummary("c"), ...change };
  return { view: { summary, events, seq: events.length, hasOlder: false }, pending: [], live: { viewers: [] } };
}

const itemsOf = (thread: ThreadState) => threadItems(thread);

test("WG18 only the shop's last word has choices to tap", () => {
  expect(activeChoices(itemsOf(threadOf([["bot", choices]])))?.key).toBe("m1");
  expect(
    activeChoices(
      itemsOf(
        threadOf([
          ["bot", choices],
          ["bot", text],
        ]),
      ),
    ),
  ).toBeUndefined();
  expect(
    activeChoices(
      itemsOf(
        threadOf([
          ["bot", choices],
          ["shopper", text],
        ]),
      ),
    ),
  ).toBeUndefined();
});

test("WG17 the state is told under the shopper's last message until the shop has spoken", () => {
  expect(
    statedMessage(
      itemsOf(
        threadOf([
          ["bot", text],
          ["shopper", text],
        ]),
      ),
    ),
  ).toBe("m2");
  expect(
    statedMessage(
      itemsOf(
        threadOf([
          ["shopper", text],
          ["bot", text],
        ]),
      ),
    ),
  ).toBeUndefined();
});

test("WG21 the bot is about to speak while the shopper's words wait for it, and not for ever", () => {
  const asked = threadOf([["shopper", text]]);
  expect(aboutToSpeak(asked, now)).toEqual({ from: "bot" });
  expect(aboutToSpeak(asked, now + answerExpectedMs)).toBeUndefined();
  expect(
    aboutToSpeak(
      threadOf([
        ["shopper", text],
        ["bot", text],
      ]),
      now,
    ),
  ).toBeUndefined();
  expect(aboutToSpeak(threadOf([["shopper", text]], { floor: "human" }), now)).toBeUndefined();
});

test("WG21 somebody who types is about to speak, the shopper's own typing is not told", () => {
  const thread = threadOf([["bot", text]]);
  const typing = (kind: "agent" | "shopper") => ({
    ...thread,
    live: { viewers: [], typing: { by: { kind, name: "A" } } },
  });
  expect(aboutToSpeak(typing("agent"), now)).toEqual({ from: "agent", name: "A" });
  expect(aboutToSpeak(typing("shopper"), now)).toBeUndefined();
});

test("MD60 what the bot has written of its reply is shown where the dots are", () => {
  const thread = threadOf([["shopper", text]]);
  const live = { viewers: [], typing: { by: { kind: "bot" as const }, text: "您好。" } };
  expect(aboutToSpeak({ ...thread, live }, now)).toMatchObject({ from: "bot", text: "您好。" });
});
