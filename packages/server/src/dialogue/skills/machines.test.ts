import { getShortestPaths } from "@xstate/graph";
import { describe, expect, test } from "vitest";
import { play, shopFacts } from "../../../test/support/dialogue-shop.ts";
import { initialDialogue } from "../state.ts";
import { skills } from "./index.ts";
import type { Scene, SkillEvent } from "./skill.ts";

const asked = (intents: string[], extra: object[]): SkillEvent[] =>
  intents.flatMap((intent) => extra.map((more) => ({ type: "asked", intent, ...more })));

const events: Record<string, SkillEvent[]> = {
  welcome: [{ type: "opened" }, { type: "consulted" }, { type: "gone" }],
  productFacts: [...asked(["stock", "compare"], [{ ready: true }, { ready: false }]), { type: "resume" }],
  discount: [
    ...asked(
      ["price", "bargain", "coupon"],
      [true, false].flatMap((named) => ["new", "granted", "none"].map((offer) => ({ named, offer }))),
    ),
    ...asked(["bargain"], [{ isForGift: true, offer: "none" }]),
    { type: "resume" },
  ],
  shopPolicy: [
    { type: "asked", found: true },
    { type: "asked", found: false },
  ],
  orderStatus: [
    ...asked(["logistics"], [{ kind: "look" }, { kind: "change" }]),
    ...[0, 1, 2].map((count) => ({ type: "found", count })),
    { type: "failed" },
    { type: "resume" },
  ],
  smallTalk: ["greeting", "thanks", "bye", "acknowledge", "whoAreYou", "praise", "complaint"].map((type) => ({ type })),
  fallback: [{ type: "missed" }, { type: "unsure" }],
};

describe.each(skills.map((skill) => [skill.name, skill] as const))("%s", (name, skill) => {
  const paths = getShortestPaths(skill.machine, { events: events[name]! });

  test("DL35 every state of the machine can be reached", () => {
    const reached = new Set(paths.map(({ state }) => String(state.value)));
    // A state that is left at once is passed through, never rested in.
    const resting = Object.entries(skill.machine.states).filter(
      ([, node]) => !(node.always ?? []).some(({ guard }) => !guard),
    );
    expect([...reached].sort()).toEqual(resting.map(([key]) => key).sort());
  });

  test("DL35 a state is one word and its context plain, so that it can be stored", () => {
    for (const { state } of paths) {
      expect(typeof state.value).toBe("string");
      expect(JSON.parse(JSON.stringify(state.context))).toEqual(state.context);
    }
  });

  test("DL35 what the skill does after any path is words, never an error", () => {
    const dialogue = initialDialogue({ locale: "zh-CN", granted: [] });
    const scene: Scene = {
      facts: shopFacts(),
      dialogue,
      language: "zh",
      input: { type: "opened", locale: "zh-CN" },
      context: {},
    };
    for (const { state } of paths) {
      for (const action of actionsOf(skill.machine.config)) {
        expect(() => skill.perform(action, { ...scene, context: state.context })).not.toThrow();
      }
    }
  });
});

/** Names of the actions anywhere in a machine's definition. */
function actionsOf(config: unknown): string[] {
  const found = new Set<string>();
  JSON.stringify(config, (key, value) => {
    if (key !== "actions" && key !== "entry") return value;
    for (const action of [value].flat()) found.add(typeof action === "string" ? action : action.type);
    return undefined;
  });
  return [...found];
}

test("DL22 a choice that says something is understood as what it offers", () => {
  const facts = shopFacts();
  const offered = [
    play([], { facts }),
    play([], { facts, consult: { productId: "tee" } }),
    play(["阿巴阿巴嘎"], { facts }),
  ]
    .flatMap((steps) => steps.flatMap(({ turns }) => turns))
    .flatMap((turn) => (turn.do === "say" && turn.content.kind === "choices" ? turn.content.choices : []))
    .flatMap(({ action }) => (action.do === "say" ? [action.text] : []));
  expect(offered.length).toBeGreaterThan(5);
  for (const text of offered) {
    expect(play([text], { facts, consult: { productId: "tee" } })[1]?.skill, text).not.toBe("fallback");
  }
});
