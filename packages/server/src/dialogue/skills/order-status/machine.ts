import { assign, createMachine } from "xstate";
import { asking } from "../skill.ts";

type Event =
  | {
      type: "asked";
      intent: string;
      kind: "look" | "change";
      orderId?: string;
      question?: string;

      isFaulty?: boolean;
    }
  | { type: "found"; count: number; offered?: string[]; orderId?: string; isChange?: boolean }
  | { type: "failed" }
  | { type: "resume" };
/**
 * `misses` counts look-ups that found nothing, one after another; `offered` are the orders that were given to pick from,
 * `isFaulty` says that the goods are, `told` is the one told last (`isAgain` where it was the one before, too), `pinned` the one that the conversation was
 * opened on, and `wished` the one that a change was wished for.
 */
type Context = {
  intent: string;
  question: string;
  misses: number;
  offered: string[];
  isFaulty?: boolean;
  told?: string;
  isAgain?: boolean;
  pinned?: string;
  wished?: string;
};

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
            { guard: "isChangeOfNone", target: "explained", actions: "explain" },
            { guard: "isNoneAgain", target: "told", actions: "giveUp" },
            { guard: "isNone", target: "told", actions: [{ type: "miss" }, { type: "admitNone" }] },
            { guard: "isOne", target: "told", actions: [{ type: "hit" }, { type: "keep" }, { type: "tell" }] },
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
      isChangeOfNone: ({ event }) => event.type === "found" && event.count === 0 && event.isChange === true,
      isNoneAgain: ({ event, context }) => event.type === "found" && event.count === 0 && context.misses >= patience,
      isNone: ({ event }) => event.type === "found" && event.count === 0,
      isOne: ({ event }) => event.type === "found" && event.count === 1,
    },
    actions: {
      remember: assign(({ event, context }) => {
        if (event.type !== "asked") return context;
        const { intent, question = "", isFaulty = false, orderId } = event;
        return { intent, question, isFaulty, ...(orderId !== undefined && { pinned: orderId }) };
      }),
      miss: assign({ misses: ({ context }) => context.misses + 1 }),
      hit: assign({ misses: 0 }),
      keep: assign(({ event, context }) => {
        if (event.type !== "found" || event.orderId === undefined) return context;
        const { orderId, isChange } = event;
        return { told: orderId, isAgain: context.told === orderId, ...(isChange && { wished: orderId }) };
      }),
      offer: assign({ offered: ({ event }) => (event.type === "found" ? (event.offered ?? []) : []) }),
    },
  },
);
