import { expect, test } from "vitest";
import { settings } from "../../test/support/boot.ts";
import type { Ask } from "../conversation/decision.ts";
import { emptyConversation } from "../conversation/state.ts";
import { salvage } from "./salvage.ts";

const state = emptyConversation({
  id: "c",
  shop: "s",
  shopper: { id: "lin", verified: false },
  channel: "web",
  createdAt: 0,
});

test("PL14 when deciding breaks, the shopper's words are stored and a human is asked for", () => {
  const ask = {
    id: "m1",
    by: { kind: "shopper", id: "lin" },
    input: { content: { kind: "text", text: "你好" } },
    state,
    facts: { staffing: () => ({ open: true, online: 1 }), shop: { name: "", settings: settings() } },
  } as unknown as Ask;
  const decision = salvage("shopper:message.send", ask);
  expect(decision).toMatchObject({
    ok: true,
    drafts: [
      { type: "message.sent", data: { id: "m1", content: { text: "你好" } } },
      { type: "handoff.requested", data: { staffed: true } },
      { type: "handoff.explained", data: { reasons: [{ code: "internal_error" }] } },
      { type: "message.sent", by: { kind: "bot" } },
    ],
    effects: [{ kind: "wait", purpose: "queueTimeout" }],
  });
  const broken = {
    ...ask,
    facts: {
      ...ask.facts,
      staffing(): never {
        throw new Error("broken");
      },
    },
  };
  expect(salvage("shopper:message.send", broken)).toMatchObject({ ok: true, drafts: { length: 3 } });
  expect(salvage("shopper:handoff.request", ask)).toEqual({ ok: false, code: "internal_error" });
});
