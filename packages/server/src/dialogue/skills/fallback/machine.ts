import { createMachine } from "xstate";

const hear = {
  missed: { target: "missed", actions: "offerHelp" },
  unsure: { target: "offered", actions: "offerMeanings" },
};

/** Says honestly that it did not understand, or offers what may have been meant. */
export const fallbackMachine = createMachine({
  id: "fallback",
  initial: "listening",
  states: { listening: { on: hear }, missed: { on: hear }, offered: { on: hear } },
});
