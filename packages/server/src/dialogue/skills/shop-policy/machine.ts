import { createMachine } from "xstate";

type Event = { type: "asked"; found: boolean };

const hear = {
  asked: [
    { guard: "isFound", target: "cited", actions: "cite" },
    { target: "unknown", actions: "admit" },
  ],
};

/** Cites a passage where one is good enough, and says so where none is. */
export const shopPolicyMachine = createMachine(
  {
    id: "shopPolicy",
    types: {} as { events: Event },
    initial: "idle",
    states: { idle: { on: hear }, cited: { on: hear }, unknown: { on: hear } },
  },
  { guards: { isFound: ({ event }) => event.found } },
);
