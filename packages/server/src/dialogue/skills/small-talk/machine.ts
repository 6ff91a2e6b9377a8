import { createMachine } from "xstate";

const replies = {
  greeting: { actions: "greet" },
  thanks: { actions: "welcome" },
  bye: { actions: "farewell" },
  acknowledge: { actions: "acknowledge" },
  whoAreYou: { actions: "introduceSelf" },
  praise: { actions: "thank" },
  complaint: { actions: "soothe" },
};

/** Answers what needs no facts; it never waits for anything. */
export const smallTalkMachine = createMachine({
  id: "smallTalk",
  initial: "chatting",
  states: { chatting: { on: replies } },
});
