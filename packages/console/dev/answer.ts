import type { AgentInput, By, CommandMessage, ErrorCode, InboxReply, OpenReply, Result } from "@yiwen/shared";
import { belongs, compareRows, limits, ok, refuse } from "@yiwen/shared";
import { orders, products } from "./catalogue.ts";
import { session } from "./fake-http.ts";
import type { FakeConversation, FakeShop } from "./fake-shop.ts";

const me: By = { kind: "agent", id: session.agent.id, name: session.agent.name };

const suggestions = ["您好，这款水壶保修一年，我先帮您登记检测。", "方便发一张壶底的照片吗？我看下是哪一批次。"];

/** Answers a command of the signed-in agent as the server would, within what the console needs. */
export function answer(shop: FakeShop, { id, type, conversationId, input }: CommandMessage): Result<unknown> {
  switch (type) {
    case "inbox.open":
      return ok(inbox(shop, input as AgentInput<"inbox.open">));
    case "catalog.read":
      return ok(cards(input as AgentInput<"catalog.read">, shop.conversations.get(conversationId ?? "")));
    case "presence.set": {
      const { status } = input as AgentInput<"presence.set">;
      shop.agents = shop.agents.map((agent) => (agent.id === me.id ? { ...agent, status } : agent));
      return ok({});
    }
    case "conversation.leave":
      return ok({});
  }
  const conversation = shop.conversations.get(conversationId ?? "");
  if (!conversation || !conversationId) return refuse("conversation_not_found");
  if (type === "conversation.open") return ok(open(shop, conversationId, input as AgentInput<"conversation.open">));
  const because = refusal(shop, type, conversationId);
  if (because) return refuse(because);
  return change(shop, conversationId, { id, type, input });
}

function refusal(shop: FakeShop, type: string, id: string): ErrorCode | undefined {
  const { floor, agent } = shop.conversations.get(id)!.summary;
  if (type === "message.correct") return undefined;
  if (floor === "closed") return "conversation_closed";
  if (type === "conversation.takeOver") return floor === "human" && agent?.id !== me.id ? "already_taken" : undefined;
  if (type === "message.note") return undefined;
  return floor === "human" && agent?.id === me.id ? undefined : "not_yours";
}

function change(shop: FakeShop, conversationId: string, { id, type, input }: CommandMessage): Result<unknown> {
  const { id: agentId = "", name = "" } = me;
  const append = (body: Parameters<FakeShop["append"]>[1]) =>
    ok({ conversationId, seq: shop.append(conversationId, body, me).seq });
  switch (type) {
    case "conversation.takeOver":
      return append({ type: "agent.joined", data: { agentId, name } });
    case "conversation.returnToBot":
      return append({ type: "agent.left", data: { agentId, name, why: "returned" } });
    case "conversation.transfer": {
      const to = shop.agents.find((agent) => agent.id === (input as AgentInput<"conversation.transfer">).to);
      if (!to) return refuse("agent_not_found");
      append({ type: "agent.left", data: { agentId, name, why: "transferred" } });
      return append({ type: "agent.joined", data: { agentId: to.id, name: to.name } });
    }
    case "conversation.close":
      return append({ type: "conversation.closed", data: input as AgentInput<"conversation.close"> });
    case "message.send": {
      const { content } = input as AgentInput<"message.send">;
      if (content.kind === "text" && content.text.includes("#refuse")) return refuse("invalid_input");
      if (shop.isFull) return refuse("overloaded", undefined, { retryAfterMs: 1000 });
      const stored = content.kind === "image" ? { ...content, width: 640, height: 480 } : content;
      return append({ type: "message.sent", data: { id, content: stored } });
    }
    case "reply.suggest":
      return ok({ suggestions: suggestions.map((text) => ({ text, sources: [] })) });
    case "message.note":
      return append({ type: "message.noted", data: { id, text: (input as AgentInput<"message.note">).text } });
    case "message.correct":
      return append({ type: "message.corrected", data: input as AgentInput<"message.correct"> });
    case "message.read":
      return append({ type: "message.read", data: { reader: "agent", seq: (input as { seq: number }).seq } });
    default:
      return refuse("unknown_command");
  }
}

function inbox(shop: FakeShop, { filter, cursor, limit = shop.pageSize }: AgentInput<"inbox.open">): InboxReply {
  const rows = [...shop.conversations.keys()].map((id) => shop.rowOf(id));
  const under = (one: typeof filter) => rows.filter((row) => belongs(row, one, session.agent.id));
  const all = under(filter).sort(compareRows(filter));
  const from = Number(cursor ?? 0);
  return {
    rows: all.slice(from, from + limit),
    ...(from + limit < all.length && { cursor: String(from + limit) }),
    counts: { queue: under("queue").length, mine: under("mine").length },
    agents: shop.agents,
  };
}

/** Orders are those of a conversation's shopper: without a conversation there are none. */
function cards(
  { productIds = [], orderIds = [] }: AgentInput<"catalog.read">,
  conversation?: FakeConversation,
): OpenReply["cards"] {
  return {
    products: Object.fromEntries(productIds.map((id) => [id, products[id] ?? null])),
    orders: Object.fromEntries(orderIds.map((id) => [id, (conversation && orders[id]) ?? null])),
  };
}

function open(shop: FakeShop, id: string, input: AgentInput<"conversation.open">) {
  const { summary, events, shopper } = shop.conversations.get(id)!;
  const { since, before = Number.POSITIVE_INFINITY, limit = limits.defaultPageSize } = input;
  const older = events.filter((event) => event.seq < before);
  const page = since === undefined ? older.slice(-limit) : events.filter((e) => e.seq > since).slice(0, limit);
  const named = page.flatMap((event) => (event.type === "conversation.consulted" ? [event.data.productId ?? ""] : []));
  return {
    conversation: summary,
    events: page,
    hasOlder: (page[0]?.seq ?? 1) > 1,
    hasNewer: (page.at(-1)?.seq ?? summary.seq) < summary.seq && since !== undefined,
    cards: cards({ productIds: named.filter(Boolean), orderIds: [] }),
    shopper,
    viewers: [{ id: session.agent.id, name: session.agent.name }],
  };
}
