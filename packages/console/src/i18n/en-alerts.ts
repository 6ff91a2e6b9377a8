import { knowledgeEn } from "./en-knowledge.ts";
import type { alertsZhCN } from "./zh-CN-alerts.ts";

/** What the notices say in English. */
export const alertsEn: typeof alertsZhCN = {
  title: (waiting, name) => (waiting > 0 ? `(${waiting}) waiting · ${name}` : name),
  queued: (name) => `${name} is waiting for a person`,
  received: (name) => `The conversation with ${name} was handed to you`,
  unsent: (name) => `Something in the conversation with ${name} was not sent.`,
  unsentSomewhere: "Something was not sent.",
  open: "Open",
  dismiss: "Dismiss",
  taken: (name) => `${name} took this conversation first.`,
  noneWaiting: "Nobody is waiting now.",
  returned: "Returned to the bot.",
  transferred: (name) => `Transferred to ${name}.`,
  closed: "The conversation is closed.",
  kept: "Kept: the bot will answer so.",
  forgotten: knowledgeEn.forgotten,
};
