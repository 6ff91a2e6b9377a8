import { type AgentCommandType, type AgentInput, limits, ok, refuse, type ShopperProfile } from "@yiwen/shared";
import type { Conversation } from "../conversation/state.ts";
import type { Deps } from "../deps.ts";
import { authorize } from "../pipeline/authorize.ts";
import { handleChecked } from "../pipeline/check-content.ts";
import { handle } from "../pipeline/handle.ts";
import { conversationOf } from "../pipeline/open-conversation.ts";
import { readCards } from "../pipeline/read-cards.ts";
import { readPage } from "../pipeline/read-page.ts";
import { shopperRef } from "../ports/directory.ts";
import type { Answer, Gateway } from "./context.ts";
import { correctMessage } from "./correct-message.ts";
import { type AgentSocket, conversationRoom, watchRoom } from "./rooms.ts";
import { viewersKey } from "./spread.ts";
import { suggest } from "./suggest.ts";

const latestOrders = 5;
const latestBehaviours = 20;

const toPipeline: Answer<AgentSocket> = async ({ pipeline }, socket, { id, type, conversationId, input }) => {
  const conversation = conversationOf(conversationId);
  if (!conversation.ok) return conversation;
  return handle(pipeline, { actor: socket.data.actor, id, type, conversation: conversation.data, input });
};

/** What people write goes through the content check where there is one. */
const written: Answer<AgentSocket> = async (gateway, socket, { id, type, conversationId, input }) => {
  const conversation = conversationOf(conversationId);
  if (!conversation.ok) return conversation;
  return handleChecked(gateway, { actor: socket.data.actor, id, type, conversation: conversation.data, input });
};

const transfer: Answer<AgentSocket> = async (gateway, socket, command) => {
  const { to } = command.input as AgentInput<"conversation.transfer">;
  const agent = await gateway.pipeline.deps.directory.agent(socket.data.actor.shop, to);
  if (!agent) return refuse("agent_not_found");
  return toPipeline(gateway, socket, { ...command, input: { to: { id: agent.id, name: agent.name } } });
};

const open: Answer<AgentSocket> = async (gateway, socket, { conversationId, input }) => {
  const { pipeline, listeners } = gateway;
  const { actor } = socket.data;
  const wanted = conversationOf(conversationId);
  if (!wanted.ok) return wanted;
  const known = await pipeline.conversations.load(actor.shop, wanted.data);
  if (authorize(actor, known)) return refuse("conversation_not_found");
  void socket.join(conversationRoom(actor.shop, wanted.data));
  tellViewers(gateway, actor.shop, wanted.data);
  // Read after joining: what came before is in the page, what comes after is told live.
  const state = await pipeline.deps.store.load(actor.shop, wanted.data);
  if (!state) return refuse("conversation_not_found");
  const [page, shopper] = await Promise.all([
    readPage(pipeline, state, "agents", input as AgentInput<"conversation.open">),
    profileOf(pipeline.deps, state),
  ]);
  const shown = shopper.orderIds.filter((id) => !(id in page.cards.orders));
  const more = await readCards(pipeline.deps, {
    shop: actor.shop,
    shopper: shopper.id,
    productIds: [...consulted(state), ...looked(shopper)].filter((id) => !(id in page.cards.products)),
    orderIds: shown,
  });
  const cards = {
    products: { ...page.cards.products, ...more.products },
    orders: { ...page.cards.orders, ...more.orders },
  };
  return ok({ ...page, cards, shopper, viewers: listeners.viewers(actor.shop, state.id) });
};

function consulted(state: Conversation): string[] {
  const id = state.views.agents.consult?.productId;
  return id ? [id] : [];
}

function looked({ behaviours }: ShopperProfile): string[] {
  return behaviours.flatMap(({ data }) => (data.productId ? [data.productId] : []));
}

async function profileOf(
  { directory, orders, store, behaviours, log }: Deps,
  { shop, shopper }: Conversation,
): Promise<ShopperProfile> {
  const [record, conversations, latest] = await Promise.all([
    directory.shopper(shop, shopper.id),
    store.conversationsOf(shop, shopper.id),
    behaviours.latest(shop, shopper.id, latestBehaviours),
  ]);
  const base = { firstSeenAt: record?.createdAt ?? 0, conversations, behaviours: latest };
  if (!record?.externalId) return { ...shopper, ...base, orderIds: [] };
  const { externalId } = record;
  const found = await orders.find({ shop, externalId, limit: latestOrders }).catch((error: unknown) => {
    log.warn({ err: error, shop }, "reading a shopper's orders failed");
    return [];
  });
  return { ...shopperRef(record), ...base, externalId, orderIds: found.map(({ id }) => id) };
}

const leave: Answer<AgentSocket> = async (gateway, socket, { conversationId }) => {
  const conversation = conversationOf(conversationId);
  if (!conversation.ok) return conversation;
  const { shop } = socket.data.actor;
  void socket.leave(conversationRoom(shop, conversation.data));
  tellViewers(gateway, shop, conversation.data);
  return ok({});
};

/** Tells those who look at a conversation who else does, on all nodes. */
export function tellViewers(gateway: Gateway, shop: string, conversation: string): void {
  const own = gateway.here.viewers(shop, conversation);
  gateway.pipeline.deps.nodes?.post(viewersKey(shop, conversation), own.length > 0 ? own : undefined);
  tellViewersHere(gateway, shop, conversation);
}

/** Tells those of this node alone: another node says itself what changed there. */
export function tellViewersHere({ listeners, here }: Gateway, shop: string, conversation: string): void {
  const agents = listeners.viewers(shop, conversation);
  here.signalFollowers(shop, conversation, { conversationId: conversation, type: "viewers", data: { agents } });
}

const inbox: Answer<AgentSocket> = async ({ pipeline }, socket, { input }) => {
  const { filter, cursor, limit = limits.defaultPageSize } = input as AgentInput<"inbox.open">;
  const { shop, id } = socket.data.actor;
  const { store } = pipeline.deps;
  if (filter === "all" || filter === "closed") void socket.join(watchRoom(shop));
  else void socket.leave(watchRoom(shop));
  const [page, counts] = await Promise.all([
    store.inbox({ shop, filter, agent: id, limit, ...(cursor !== undefined && { cursor }) }),
    store.counts(shop, id),
  ]);
  return ok({ ...page, counts, agents: pipeline.roster.list(shop) });
};

const presence: Answer<AgentSocket> = async (gateway, socket, { input }) => {
  const { shop, id } = socket.data.actor;
  const { status } = input as AgentInput<"presence.set">;
  if (gateway.pipeline.roster.setStatus(shop, id, status)) tellPresence(gateway, shop);
  return ok({});
};

/** Tells a shop's agents on this node who is there; another node hears of a change by the roster, and tells its own. */
export function tellPresence({ pipeline, here }: Gateway, shop: string): void {
  here.signalAgents(shop, { type: "presence", data: { agents: pipeline.roster.list(shop) } });
}

const cards: Answer<AgentSocket> = async ({ pipeline }, socket, { conversationId, input }) => {
  const { productIds = [], orderIds = [] } = input as AgentInput<"catalog.read">;
  const { shop } = socket.data.actor;
  // Orders are read as the conversation's shopper may see them: without a conversation there are none.
  const state = conversationId ? await pipeline.conversations.load(shop, conversationId) : undefined;
  return ok(await readCards(pipeline.deps, { shop, shopper: state?.shopper.id ?? "", productIds, orderIds }));
};

/** Every command of an agent → who answers it. */
export const agentAnswers: Record<AgentCommandType, Answer<AgentSocket>> = {
  "inbox.open": inbox,
  "conversation.open": open,
  "conversation.leave": leave,
  "conversation.takeOver": toPipeline,
  "conversation.returnToBot": toPipeline,
  "conversation.transfer": transfer,
  "conversation.close": toPipeline,
  "message.send": written,
  "message.note": toPipeline,
  "message.read": toPipeline,
  "message.correct": correctMessage,
  "reply.suggest": suggest,
  "presence.set": presence,
  "catalog.read": cards,
};
