import { isDeepStrictEqual } from "node:util";
import type { Audience, WireEvent } from "@yiwen/shared";
import type { StoredEvent } from "../../../src/conversation/stored.ts";
import { toWire } from "../../../src/conversation/wire.ts";
import type { Entry, History, Last, StoredRow, Violation } from "../history.ts";
import { byConversation } from "./by-conversation.ts";

/** Every screen shows stored events only, one after the other, and at the end exactly what is stored. */
export function checkScreens({ entries, last, stored }: History): Violation[] {
  const conversations = byConversation(stored.events);
  const truths = { everyone: truthFor(conversations, "everyone"), agents: truthFor(conversations, "agents") };
  const sides = new Map(last.map(({ person, side }) => [person, side]));
  const audienceOf = (person: string): Audience => (sides.get(person) === "agent" ? "agents" : "everyone");
  const onTheWay = [...Map.groupBy(entries, ({ person, window }) => `${person} ${window}`)].flatMap(([window, mine]) =>
    checkShown(window, mine, truths[audienceOf(mine[0]?.person ?? "")]),
  );
  return [...onTheWay, ...last.flatMap((one) => checkLast(one, truths[audienceOf(one.person)]))];
}

type Truth = Map<string, WireEvent[]>;

/** Each conversation as this audience may see it; the event with number n stands at n - 1. */
function truthFor(conversations: Map<string, StoredRow[]>, audience: Audience): Truth {
  return new Map(
    [...conversations].map(([id, rows]) => [
      id,
      rows.flatMap((row) => toWire(id, row as unknown as StoredEvent, audience) ?? []),
    ]),
  );
}

function checkShown(window: string, entries: Entry[], truth: Truth): Violation[] {
  const violations: Violation[] = [];
  const reached = new Map<string, number>();
  for (const entry of entries) {
    if (entry.kind === "began") reached.delete(entry.conversation);
    if (entry.kind !== "shown") continue;
    const { event } = entry;
    const { conversationId: id, seq } = event;
    const before = reached.get(id);
    reached.set(id, seq);
    if (before !== undefined && seq !== before + 1)
      violations.push({ promise: "order", what: `${window} showed ${seq} of ${id} after ${before}` });
    if (!isDeepStrictEqual(event, truth.get(id)?.[seq - 1]))
      violations.push({
        promise: "screens",
        what: `${window} showed ${seq} of ${id}, which is not what is stored there`,
      });
  }
  return violations;
}

function checkLast({ window, person, connection, threads }: Last, truth: Truth): Violation[] {
  const violations: Violation[] = [];
  const wrong = (what: string) => violations.push({ promise: "screens", what: `${person} ${window} ${what}` });
  if (connection !== "online") wrong(`is ${connection} at the end`);
  for (const { conversation, events } of threads) {
    const all = truth.get(conversation) ?? [];
    const expected = events.length === 0 ? [] : all.slice(-events.length);
    if (events.length === 0 ? all.length > 0 : !isDeepStrictEqual(events, expected))
      wrong(`ends with ${ofEvents(events)} of ${conversation}, stored is ${ofEvents(expected)}`);
  }
  return violations;
}

const ofEvents = (events: WireEvent[]) => `${events[0]?.seq ?? "-"} to ${events.at(-1)?.seq ?? "-"}`;
