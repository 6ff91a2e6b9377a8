import { assign, createMachine } from "xstate";
import { asking } from "../skill.ts";

type Event =
  | { type: "asked"; intent: string; kind: "look" | "change"; orderId?: string }
  | { type: "found"; count: number }
  | { type: "failed" }
  | { type: "resume" };
type Context = { intent: string };

const asked = [
  { guard: "isChange", target: ".explained", actions: [{ type: "remember" }, { type: "explain" }] },
  { target: ".lookingUp", actions: [{ type: "remember" }, { type: "lookUp" }], reenter: true },
];

/** Looks the order up, asks which where there are several, and tells; changes are explained and go to a person. */
export const orderStatusMachine = createMachine(
  {
    id: "orderStatus",
    types: {} as { events: Event; context: Context },
    context: { intent: "orderStatus" },
    initial: "idle",
    states: {
      idle: {},
      explained: {},
      lookingUp: {
        on: {
          found: [
            { guard: "isNone", target: "told", actions: "admitNone" },
            { guard: "isOne", target: "told", actions: "tell" },
            { target: "askingOrder", actions: "askWhich" },
          ],
          failed: { target: "told", actions: "handOver" },
        },
      },
      askingOrder: { tags: asking, on: { resume: { actions: "askAgain" } } },
      told: {},
    },
    on: { asked },
  },
  {
    guards: {
      isChange: ({ event }) => event.type === "asked" && event.kind === "change",
      isNone: ({ event }) => event.type === "found" && event.count === 0,
      isOne: ({ event }) => event.type === "found" && event.count === 1,
    },
    actions: {
      remember: assign({ intent: ({ event, context }) => (event.type === "asked" ? event.intent : context.intent) }),
    },
  },
);
