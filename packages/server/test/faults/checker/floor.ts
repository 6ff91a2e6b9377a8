import type { EventData } from "@yiwen/shared";
import type { History, StoredRow, Violation } from "../history.ts";
import { byConversation } from "./by-conversation.ts";

type Floor = "bot" | "queued" | "human" | "closed";
type Holder = { floor: Floor; agent?: string };

/** The ends of the ids of what the bot says while others have the floor: that one waits, how long, and who fell silent. */
const aboutTheFloor = /\.(h|t|s)$/;

/** One speaks for the shop at a time; who has asked for a human is with one, waits with a timer, or has left the queue. */
export function checkFloor({ stored }: History): Violation[] {
  const conversations = byConversation(stored.events);
  const broken = [...conversations].flatMap(([id, events]) => walk(id, events));
  const stranded = stored.conversations.flatMap((conversation) => {
    const { id, floor, pending, isTimedOut } = conversation;
    const told = conversations.get(id)?.reduce(follow, { floor: "bot" as Floor }).floor ?? "bot";
    const timers = Object.values(pending);
    const wrongs: string[] = [];
    if (told !== floor) wrongs.push(`${id} is listed as ${floor} and its events end as ${told}`);
    if (floor === "queued" && !isTimedOut && !timers.includes("queueTimeout"))
      wrongs.push(`${id} waits without a timer`);
    return wrongs.map((what) => ({ promise: "stranded", what }));
  });
  return [...broken, ...stranded];
}

function walk(id: string, events: StoredRow[]): Violation[] {
  const violations: Violation[] = [];
  let holder: Holder = { floor: "bot" };
  let timeouts = 0;
  for (const event of events) {
    const wrong = (promise: string, what: string) => violations.push({ promise, what: `${id} #${event.seq}: ${what}` });
    const data = event.data as { id: string };
    if (event.type === "message.sent" && event.by.kind === "bot" && holder.floor !== "bot") {
      const isNotice = holder.floor === "queued" && aboutTheFloor.test(data.id);
      if (!isNotice) wrong("ownership", `the bot speaks while the floor is ${holder.floor}`);
    }
    if (event.type === "message.sent" && event.by.kind === "agent" && event.by.id !== holder.agent)
      wrong("ownership", `${event.by.id} speaks while ${holder.agent ?? "nobody"} has it`);
    if (event.type === "message.sent" && event.by.kind === "shopper" && holder.floor === "closed")
      wrong("ownership", "a shopper's message is stored after the end");
    if (event.type === "agent.joined" && holder.floor === "human") wrong("claimant", "a second agent took it");
    if (event.type === "handoff.requested") timeouts = 0;
    if (event.type === "handoff.timedOut" && ++timeouts > 1) wrong("effects", "one wait timed out twice");
    holder = follow(holder, event);
  }
  return violations;
}

function follow(holder: Holder, { type, data }: StoredRow): Holder {
  switch (type) {
    case "handoff.requested":
      return { floor: "queued" };
    case "handoff.cancelled":
      return { floor: "bot" };
    case "agent.joined":
      return { floor: "human", agent: (data as EventData["agent.joined"]).agentId };
    case "agent.left":
      // Whoever is transferred to joins next, and who fell silent is followed by the queue.
      return { floor: "bot" };
    case "conversation.closed":
      return { floor: "closed" };
    default:
      return holder;
  }
}
