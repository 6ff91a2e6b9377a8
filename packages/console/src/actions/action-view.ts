import type { Desk } from "../store/desk.ts";
import type { ActionView } from "./action.ts";

/** Reads what the actions need to know from the desk. */
export function actionView(desk: Desk): ActionView {
  const state = desk.state.value;
  const screen = desk.screen.value;
  const conversation = screen === "inbox" ? desk.conversation.value?.row.conversation : undefined;
  return {
    isOnline: state.connection === "online",
    isSupervisor: desk.me.role === "supervisor",
    screen,
    meId: desk.me.id,
    waiting: state.inbox.counts.queue,
    ...(conversation && { floor: conversation.floor }),
    ...(conversation?.agent && { agentId: conversation.agent.id }),
  };
}

/** The selected conversation is this agent's. */
export function isMine({ floor, agentId, meId }: ActionView): boolean {
  return floor === "human" && agentId === meId;
}
