import { assign, createMachine } from "xstate";
import { asking } from "../skill.ts";

type Event =
  | { type: "asked"; intent: string; kind: "look" | "change"; orderId?: string; question?: string }
  | { type: "found"; count: number; offered?: string[] }
  | { type: "failed" }
  | { type: "resume" };
/** `misses` counts look-ups that found nothing, one after another; `offered` are the orders that were given to pick from. */
type Context = { intent: string; question: string; misses: number; offered: string[] };

/** After so many look-ups in vain the next is a human's. */
const patience = 2;

const asked = [
  { guard: "isChange", target: ".explained", actions: [{ type: "remember" }, { type: "explain" }] },
  { target: ".lookingUp", actions: [{ type: "remember" }, { type: "lookUp" }], reenter: true },
];

/** Looks the order up, asks which where there are several, and tells; changes are explained and go to a person. */
export const orderStatusMachine = createMachine(
  {
    id: "orderStatus",
    types: {} as { events: Event; context: Context },
    context: { intent: "orderStatus", question: "", misses: 0, offered: [] },
    initial: "idle",
    states: {
      idle: {},
      explained: {},
      lookingUp: {
        on: {
          found: [
            { guard: "isNoneAgain", target: "told", actions: "giveUp" },
            { guard: "isNone", target: "told", actions: [{ type: "miss" }, { type: "admitNone" }] },
            { guard: "isOne", target: "told", actions: [{ type: "hit" }, { type: "tell" }] },
            { target: "askingOrder", actions: [{ type: "hit" }, { type: "offer" }, { type: "askWhich" }] },
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
      isNoneAgain: ({ event, context }) => event.type === "found" && event.count === 0 && context.misses >= patience,
      isNone: ({ event }) => event.type === "found" && event.count === 0,
      isOne: ({ event }) => event.type === "found" && event.count === 1,
    },
    actions: {
      remember: assign(({ event, context }) =>
        event.type === "asked" ? { intent: event.intent, question: event.question ?? "" } : context,
      ),
      miss: assign({ misses: ({ context }) => context.misses + 1 }),
      hit: assign({ misses: 0 }),
      offer: assign({ offered: ({ event }) => (event.type === "found" ? (event.offered ?? []) : []) }),
    },
  },
);
