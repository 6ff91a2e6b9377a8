import { type EventData, reduceSummary, type Summary } from "@yiwen/shared";
import type { DialogueState } from "../dialogue/state.ts";
import { isPictureWork } from "./pictures.ts";
import type { Conversation, Purpose } from "./state.ts";
import type { StoredEvent } from "./stored.ts";
import { toWire } from "./wire.ts";

/** How many messages' numbers are remembered to understand what a reader has reached. */
const marksKept = 8;

/** Folds one stored event into the state. Pure: the same events always give the same state. */
export function evolve(state: Conversation, event: StoredEvent): Conversation {
  const views = {
    everyone: fold(state.views.everyone, state.id, event, "everyone"),
    agents: fold(state.views.agents, state.id, event, "agents"),
  };
  const next = {
    ...state,
    views,
    seq: event.seq,
    shopperSeq: event.shopperSeq ?? state.shopperSeq,
    ...remembered(state, event),
  };
  return { ...next, pending: stillPending(next, event) };
}

function fold(summary: Summary, id: string, event: StoredEvent, audience: "everyone" | "agents"): Summary {
  const wire = toWire(id, event, audience);
  return wire ? reduceSummary(summary, wire) : summary;
}

function remembered(state: Conversation, event: StoredEvent): Partial<Conversation> {
  switch (event.type) {
    case "message.sent":
      return { marks: [...state.marks, [event.seq, event.shopperSeq ?? 0] as [number, number]].slice(-marksKept) };
    case "shopper.identified": {
      const { shopperId: id, name, verified } = event.data as EventData["shopper.identified"];
      return { shopper: { id, ...(name && { name }), verified } };
    }
    case "message.understood":
      return { language: (event.data as EventData["message.understood"]).language };
    case "dialogue.stepped":
      return { dialogue: (event.data as EventData["dialogue.stepped"]).dialogue as DialogueState };
    default:
      return {};
  }
}

/** Work loses its point when the floor it was for is left, when someone has answered, when a picture's outcome is known. */
function stillPending(state: Conversation, event: StoredEvent): Conversation["pending"] {
  const { floor } = state.views.agents;
  const answered = event.type === "message.sent" && event.by.kind === "agent";
  const isMoot: Record<Purpose, (id: string) => boolean> = {
    lookUp: () => floor !== "bot",
    queueTimeout: () => floor !== "queued",
    agentSilent: () => floor !== "human" || answered,
    callBack: () => floor === "closed" || isBack(state, event),
    draft: () => floor !== "bot" || isDrafting(event),
    recall: () => floor !== "bot",
    summary: () => floor === "closed",
    picture: (id) => isOutcome(event) && isPictureWork(id, state.id, messageOf(event)),
  };
  const entries = Object.entries(state.pending);
  const left = entries.filter(([id, purpose]) => !isMoot[purpose](id));
  return left.length < entries.length ? Object.fromEntries(left) : state.pending;
}

/** The shopper did something; a read mark only shows it when nothing was written after what it reached. */
function isBack({ views }: Conversation, { type, by }: StoredEvent): boolean {
  return by.kind === "shopper" && (type !== "message.read" || views.everyone.unread.shopper === 0);
}

/** What the model writes next answers all that was asked before: one draft at a time. */
function isDrafting({ type, data }: StoredEvent): boolean {
  return type === "dialogue.stepped" && (data as EventData["dialogue.stepped"]).outcome === "drafting";
}

function isOutcome({ type }: StoredEvent): boolean {
  return type === "message.cleared" || type === "message.withheld";
}

function messageOf({ data }: StoredEvent): string {
  return (data as EventData["message.cleared"]).messageId;
}
