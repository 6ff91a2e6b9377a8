import { createMachine } from "xstate";

/** Greets once when a conversation opens; a product put on the table is always spoken of. */
export const welcomeMachine = createMachine({
  id: "welcome",
  initial: "new",
  states: {
    new: { on: { opened: { target: "greeted", actions: "greet" } } },
    greeted: { on: { opened: { actions: "greet" } } },
  },
  on: {
    consulted: { target: ".greeted", actions: "introduce" },
    gone: { target: ".greeted", actions: "admitGone" },
  },
});
