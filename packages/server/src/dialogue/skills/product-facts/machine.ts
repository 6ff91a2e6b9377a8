import { assign, createMachine } from "xstate";
import { asking } from "../skill.ts";

type Event = { type: "asked"; intent: string; ready: boolean } | { type: "resume" };
type Context = { intent: string };

const asked = [
  { guard: "isReady", target: ".answered", actions: [{ type: "remember" }, { type: "answer" }] },
  { target: ".askingProduct", actions: [{ type: "remember" }, { type: "askWhich" }] },
];

/** Answers about a product as soon as it is known which; asks for it where it isn't. */
export const productFactsMachine = createMachine(
  {
    id: "productFacts",
    types: {} as { events: Event; context: Context },
    context: { intent: "productFacts" },
    initial: "idle",
    states: {
      idle: {},
      askingProduct: { tags: asking, on: { resume: { actions: "askWhich" } } },
      answered: {},
    },
    on: { asked },
  },
  {
    guards: { isReady: ({ event }) => event.type === "asked" && event.ready },
    actions: {
      remember: assign({ intent: ({ event, context }) => (event.type === "asked" ? event.intent : context.intent) }),
    },
  },
);
