import type { By, Floor } from "@yiwen/shared";
import { describe, expect, test } from "vitest";
import { settings } from "../../test/support/boot.ts";
import type { Facts } from "../dialogue/facts.ts";
import { createCatalogue } from "../knowledge/catalogue.ts";
import { createPassages } from "../knowledge/passages.ts";
import { noExamples } from "../nlu/few-shot/examples.ts";
import { decide, floorTable } from "./decide.ts";
import type { Ask, Asks, AskType, Decision } from "./decision.ts";
import { evolve } from "./evolve.ts";
import { type Conversation, emptyConversation } from "./state.ts";
import { isForShoppers } from "./wire.ts";

const lin: By = { kind: "shopper", id: "lin" };
const mei: By = { kind: "agent", id: "mei", name: "小美" };
const bo: By = { kind: "agent", id: "bo", name: "小博" };

const facts: Facts = {
  now: 1000,
  shop: { name: "山茶小铺", settings: settings() },
  catalogue: createCatalogue([]),
  passages: createPassages([]),
  examples: noExamples,
  staffing: () => ({ open: true, online: 1 }),
};

/** One way to ask each thing; `mine` is asked by the agent who took over. */
const asks: { [T in AskType]: { by: By; input: Asks[T] } } = {
  "shopper:conversation.open": { by: lin, input: { locale: "zh-CN", granted: [] } },
  "shopper:message.send": { by: lin, input: { content: { kind: "text", text: "你好" } } },
  "shopper:message.read": { by: lin, input: { seq: 99 } },
  "shopper:handoff.request": { by: lin, input: {} },
  "shopper:handoff.cancel": { by: lin, input: {} },
  "shopper:rating.give": { by: lin, input: { score: 5 } },
  "agent:conversation.takeOver": { by: mei, input: {} },
  "agent:conversation.returnToBot": { by: mei, input: {} },
  "agent:conversation.transfer": { by: mei, input: { to: { id: "bo", name: "小博" } } },
  "agent:conversation.close": { by: mei, input: { resolution: "resolved" } },
  "agent:message.send": { by: mei, input: { content: { kind: "text", text: "您好" } } },
  "agent:message.note": { by: mei, input: { text: "记一下" } },
  "agent:message.read": { by: mei, input: { seq: 99 } },
  "agent:message.correct": { by: mei, input: { messageId: "m", intent: "returnGoods" } },
  "system:effect.report": {
    by: { kind: "system" },
    input: { effectId: "gone", kind: "wait", input: {}, result: { ok: true } },
  },
  "system:picture.checked": { by: { kind: "system" }, input: { messageId: "m", verdict: "risky" } },
};
const types = Object.keys(asks) as AskType[];

function apply(state: Conversation, type: AskType, by = asks[type].by, input: unknown = asks[type].input) {
  const decision = decide(type, { id: `c${state.seq}`, by, input, state, facts } as Ask as never);
  return { decision, next: fold(state, decision) };
}

function fold(state: Conversation, decision: Decision): Conversation {
  if (!decision.ok) return state;
  let { seq, shopperSeq } = state;
  const events = decision.drafts.map(({ type, data, by }) => {
    seq += 1;
    if (isForShoppers(type)) shopperSeq += 1;
    return { seq, shopperSeq: isForShoppers(type) ? shopperSeq : null, type, at: 1000 + seq, by, data };
  });
  const pending = Object.fromEntries(decision.effects.map(({ id, purpose }) => [id, purpose]));
  const folded = events.reduce(evolve, state);
  return { ...folded, pending: { ...folded.pending, ...pending } };
}

/** The shopper has spoken, and nobody answered yet. */
function listenedTo(state: Conversation): Conversation {
  const decision = decide("shopper:message.send", { id: "w", ...asks["shopper:message.send"], state, facts });
  if (!decision.ok) throw new Error(decision.code);
  return fold(state, { ...decision, drafts: decision.drafts.filter(({ by }) => by.kind === "shopper"), effects: [] });
}

/** Every state class that asks can lead to, found by walking: floor, who has it, whether rated. */
function walk(): Map<string, Conversation> {
  const shopper = { id: "lin", verified: false };
  const start = apply(
    emptyConversation({ id: "c", shop: "s", shopper, channel: "web", createdAt: 0 }),
    "shopper:conversation.open",
  ).next;
  const found = new Map([[nameOf(start), start]]);
  for (const state of found.values()) {
    for (const type of types) {
      const { next } = apply(state, type);
      if (!found.has(nameOf(next))) found.set(nameOf(next), next);
    }
  }
  return found;
}

function nameOf({ views }: Conversation): string {
  const { floor, agent, rating } = views.agents;
  return [floor, floor === "human" && agent?.id, rating && "rated"].filter(Boolean).join("/");
}

const states = walk();

describe("the floor", () => {
  test("FL1 asks lead to all four modes and to nothing else", () => {
    const floors = new Set([...states.values()].map((state) => state.views.agents.floor));
    expect([...floors].sort()).toEqual(["bot", "closed", "human", "queued"] satisfies Floor[]);
    expect(Object.keys(floorTable).sort()).toEqual([...floors].sort());
  });

  test.each([...states])("FL2 every ask is decided in %s, by events or by a code", (_, state) => {
    for (const type of types) {
      const { decision } = apply(state, type);
      if (!decision.ok) expect(decision.code).toMatch(/^[a-z_]+$/);
      expect(apply(state, type).decision).toEqual(decision);
    }
  });

  test.each([...states])("FL3 in %s the bot speaks only if it has the floor, or to say who has it", (_, state) => {
    const { floor } = state.views.agents;
    const { decision } = apply(state, "shopper:message.send");
    const words = decision.ok
      ? decision.drafts.filter(({ type, by }) => type === "message.sent" && by.kind === "bot")
      : [];
    if (floor !== "bot") expect(words).toEqual([]);
    else expect(words.length).toBeGreaterThan(0);
  });

  test("FL3 CV30 who writes in the queue that no human is wanted gives the bot the floor, and only then it speaks", () => {
    const queued = [...states.values()].find(({ views }) => views.agents.floor === "queued") as Conversation;
    const say = (text: string) => apply(queued, "shopper:message.send", lin, { content: { kind: "text", text } });
    const types = ({ decision }: ReturnType<typeof say>) =>
      decision.ok ? decision.drafts.map(({ type }) => type) : [];
    expect(types(say("取消排队"))).toEqual([
      "message.sent",
      "message.understood",
      "handoff.cancelled",
      "message.sent",
      "dialogue.stepped",
    ]);
    expect(say("取消排队").next).toMatchObject({ pending: {}, views: { agents: { floor: "bot" } } });
    expect(types(say("算了不用了，你好"))).toEqual([...types(say("取消排队")), "message.sent"]);
    for (const text of ["我要退款", "算了，还是等客服吧", "forget it, you are useless idiots"])
      expect(types(say(text)), text).toEqual(["message.sent", "message.understood"]);
  });

  test("FL4 taking over ends everything the bot had under way, and another agent is refused", () => {
    const state = [...states.values()].find(({ views }) => views.agents.floor === "bot") as Conversation;
    const waiting: Conversation = { ...state, pending: { e1: "lookUp" } };
    const { next } = apply(waiting, "agent:conversation.takeOver");
    expect(next.pending).toEqual({});
    const late = apply(
      next,
      "system:effect.report",
      { kind: "system" },
      {
        effectId: "e1",
        kind: "lookUpOrders",
        input: { kind: "orders" },
        result: { ok: true, orders: [] },
      },
    );
    expect(late.decision).toEqual({ ok: false, code: "not_found" });
    expect(apply(next, "agent:conversation.takeOver", bo).decision).toEqual({ ok: false, code: "already_taken" });
  });

  test("CV8 whoever comes to a shopper who waits is timed until they answer; who comes to one who doesn't is not", () => {
    const timers = ({ pending }: Conversation) => Object.values(pending).filter((one) => one === "agentSilent").length;
    const queued = [...states.values()].find(({ views }) => views.agents.floor === "queued") as Conversation;
    const taken = apply(queued, "agent:conversation.takeOver").next;
    const handedOn = apply(taken, "agent:conversation.transfer").next;
    const spoken = apply(handedOn, "shopper:message.send").next;
    expect([taken, handedOn, spoken].map(timers)).toEqual([1, 1, 1]);
    expect(Object.keys(handedOn.pending)).not.toEqual(Object.keys(taken.pending));
    const answered = apply(taken, "agent:message.send").next;
    expect([answered, apply(answered, "agent:conversation.transfer").next].map(timers)).toEqual([0, 0]);
    const start = [...states.values()].find(({ views }) => views.agents.floor === "bot") as Conversation;
    const lookingUp: Conversation = { ...listenedTo(start), pending: { e1: "lookUp" } };
    const answeredByBot = apply(start, "shopper:message.send").next;
    expect([lookingUp, answeredByBot].map((one) => timers(apply(one, "agent:conversation.takeOver").next))).toEqual([
      1, 0,
    ]);
  });

  test("FL5 reading only moves forward, in both audiences' numbers", () => {
    const state = [...states.values()].find(({ views }) => views.agents.floor === "human") as Conversation;
    const spoken = apply(state, "shopper:message.send").next;
    const read = apply(spoken, "agent:message.read").next;
    expect(read.views.agents.read.agent).toBeGreaterThan(0);
    expect(read.views.everyone.read.agent).toBeLessThanOrEqual(read.views.agents.read.agent);
    expect(apply(read, "agent:message.read", mei, { seq: 1 }).next).toEqual(read);
  });

  test("FL6 the state is the fold of the events: folding them again gives it again", () => {
    const shopper = { id: "lin", verified: false };
    const start = emptyConversation({ id: "c", shop: "s", shopper, channel: "web", createdAt: 0 });
    const script: AskType[] = [
      "shopper:conversation.open",
      "shopper:message.send",
      "shopper:handoff.request",
      "agent:conversation.takeOver",
      "agent:message.send",
      "agent:conversation.returnToBot",
      "shopper:message.send",
    ];
    const run = () => script.reduce((state, type) => apply(state, type).next, start);
    expect(run()).toEqual(run());
    expect(run().views.everyone.seq).toBe(run().shopperSeq);
  });
});
