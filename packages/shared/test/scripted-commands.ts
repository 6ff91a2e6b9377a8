import type { Cards } from "../src/cards.ts";
import type { WireEvent } from "../src/events.ts";
import type { CommandMessage, OpenReply, ShopperProfile } from "../src/protocol.ts";
import { ok, type Result, refuse } from "../src/result.ts";
import type { AgentInput, ShopperInput } from "../src/schema/commands.ts";
import type { AgentContent, Content } from "../src/schema/content.ts";
import { belongs, compareRows } from "../src/view/inbox.ts";
import type { Log, ScriptedServer } from "./scripted-server.ts";

type Sender = { role: "shopper" | "agent"; following: Set<string> };

const profile: ShopperProfile = {
  id: "s1",
  verified: false,
  firstSeenAt: 0,
  conversations: 1,
  orderIds: ["o9"],
  behaviours: [],
};

/** What each command does, as far as clients can tell. */
export function handleCommand(server: ScriptedServer, sender: Sender, message: CommandMessage): Result<unknown> {
  const { type, id, conversationId = "", input } = message;
  if (type === "conversation.open") return open(server, sender, message);
  if (type === "inbox.open") return inbox(server, input as AgentInput<"inbox.open">);
  if (type === "catalog.read") return ok(cardsFor(server, sender, message));
  if (type === "presence.set") return ok({});
  if (type === "conversation.leave") {
    sender.following.delete(conversationId);
    return ok({});
  }
  const log = server.logs.get(conversationId);
  if (!log) return refuse("conversation_not_found");
  const { floor } = log.summary;
  const by =
    sender.role === "shopper" ? ({ kind: "shopper" } as const) : ({ kind: "agent", id: "a1", name: "小林" } as const);
  const commit = (body: Parameters<ScriptedServer["append"]>[2]) =>
    ok({ conversationId, seq: server.append(conversationId, by, body).seq });
  if (floor === "closed" && type !== "rating.give") return refuse("conversation_closed");
  switch (type) {
    case "message.send":
      return commit({
        type: "message.sent",
        data: { id, content: stored((input as AgentInput<"message.send">).content) },
      });
    case "message.note":
      return commit({ type: "message.noted", data: { id, text: (input as AgentInput<"message.note">).text } });
    case "message.read":
      return commit({ type: "message.read", data: { reader: sender.role, seq: (input as { seq: number }).seq } });
    case "handoff.request":
      return commit({ type: "handoff.requested", data: { staffed: true } });
    case "handoff.cancel":
      return commit({ type: "handoff.cancelled", data: {} });
    case "rating.give":
      return commit({ type: "conversation.rated", data: input as ShopperInput<"rating.give"> });
    case "conversation.takeOver":
      return commit({ type: "agent.joined", data: { agentId: "a1", name: "小林" } });
    case "conversation.close":
      return commit({ type: "conversation.closed", data: input as AgentInput<"conversation.close"> });
    default:
      return refuse("unknown_command");
  }
}

/** Whose conversation it is by now. */
function profileOf(events: WireEvent[]): ShopperProfile {
  const found = events.findLast((event) => event.type === "shopper.identified");
  if (!found) return profile;
  const { shopperId: id, name, verified } = found.data;
  return { ...profile, id, verified, ...(name && { name }) };
}

/** As the server keeps it: a picture with its size. */
function stored(content: AgentContent): Content {
  return content.kind === "image" ? { ...content, width: 800, height: 600 } : content;
}

function open(server: ScriptedServer, sender: Sender, { conversationId, input }: CommandMessage): Result<unknown> {
  if (sender.role === "agent") {
    const log = server.logs.get(conversationId ?? "");
    if (!log) return refuse("conversation_not_found");
    sender.following.add(log.summary.id);
    return ok({
      ...page(server, log, input as AgentInput<"conversation.open">),
      shopper: profileOf(log.events),
      viewers: [],
    });
  }
  const { consult, fresh, ...paging } = input as ShopperInput<"conversation.open">;
  let log = [...server.logs.values()].at(-1);
  if (!log || (fresh && log.summary.floor === "closed")) log = server.logs.get(server.create()) as Log;
  const isUnknown = consult?.productId !== undefined && !server.cards.products[consult.productId];
  if (consult && !isUnknown) {
    server.append(log.summary.id, { kind: "shopper" }, { type: "conversation.consulted", data: consult });
  }
  return ok({ ...page(server, log, paging), ...(isUnknown && { consultError: "product_not_found" as const }) });
}

function page(
  server: ScriptedServer,
  log: Log,
  paging: { since?: number; before?: number; limit?: number },
): OpenReply {
  const { since, before } = paging;
  const limit = Math.min(server.pageSize, paging.limit ?? server.pageSize);
  const { events, summary } = log;
  const part =
    since === undefined
      ? events.filter((event) => event.seq < (before ?? Number.POSITIVE_INFINITY)).slice(-limit)
      : events.filter((event) => event.seq > since).slice(0, limit);
  const productIds = part.flatMap((event) =>
    event.type === "conversation.consulted" ? (event.data.productId ?? []) : [],
  );
  return structuredClone({
    conversation: summary,
    events: part,
    hasOlder: part.length > 0 && part[0]!.seq > 1,
    hasNewer: part.length > 0 && part.at(-1)!.seq < summary.seq && since !== undefined,
    cards: readCards(server, { productIds }),
    ...(summary.floor === "queued" && { queue: { ahead: 2 } }),
  });
}

function readCards(server: ScriptedServer, { productIds = [], orderIds = [] }: ShopperInput<"catalog.read">): Cards {
  const { products, orders } = server.cards;
  return {
    products: Object.fromEntries(productIds.map((id) => [id, products[id] ?? null])),
    orders: Object.fromEntries(orderIds.map((id) => [id, orders[id] ?? null])),
  };
}

/** An agent reads orders as the conversation's shopper may see them: without a conversation there are none. */
function cardsFor(server: ScriptedServer, { role }: Sender, { conversationId, input }: CommandMessage): Cards {
  const cards = readCards(server, input as ShopperInput<"catalog.read">);
  if (role === "shopper" || conversationId) return cards;
  return { ...cards, orders: Object.fromEntries(Object.keys(cards.orders).map((id) => [id, null])) };
}

function inbox(server: ScriptedServer, { filter, cursor, limit = server.pageSize }: AgentInput<"inbox.open">) {
  const rows = [...server.logs.keys()].map(server.row);
  const count = (name: "queue" | "mine") => rows.filter((row) => belongs(row, name, "a1")).length;
  const from = Number(cursor ?? 0);
  const all = rows.filter((row) => belongs(row, filter, "a1")).sort(compareRows(filter));
  const to = from + limit;
  return ok({
    rows: all.slice(from, to),
    ...(to < all.length && { cursor: String(to) }),
    counts: { queue: count("queue"), mine: count("mine") },
    agents: server.presence,
  });
}
