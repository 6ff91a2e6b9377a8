import { ok, type ShopperCommandType, type ShopperInput } from "@yiwen/shared";
import { handleChecked } from "../pipeline/check-content.ts";
import { handle } from "../pipeline/handle.ts";
import { conversationOf, openConversation } from "../pipeline/open-conversation.ts";
import { readCards } from "../pipeline/read-cards.ts";
import { readPage } from "../pipeline/read-page.ts";
import type { Answer } from "./context.ts";
import type { ShopperSocket } from "./rooms.ts";

const toPipeline: Answer<ShopperSocket> = async ({ pipeline }, socket, { id, type, conversationId, input }) => {
  const conversation = conversationOf(conversationId);
  if (!conversation.ok) return conversation;
  return handle(pipeline, { actor: socket.data.actor, id, type, conversation: conversation.data, input });
};

/** What people write goes through the content check where there is one. */
const written: Answer<ShopperSocket> = async (gateway, socket, { id, type, conversationId, input }) => {
  const conversation = conversationOf(conversationId);
  if (!conversation.ok) return conversation;
  return handleChecked(gateway, { actor: socket.data.actor, id, type, conversation: conversation.data, input });
};

const open: Answer<ShopperSocket> = async ({ pipeline }, socket, { id, type, input }) => {
  const { actor } = socket.data;
  const request = input as ShopperInput<"conversation.open">;
  const opened = await openConversation(pipeline, { actor, id, type, input: request });
  if (!opened.ok) return opened;
  const { conversation, consultError } = opened.data;
  const state = await pipeline.deps.store.load(actor.shop, conversation);
  if (!state) throw new Error("an opened conversation is gone");
  const page = await readPage(pipeline, state, "everyone", request);
  return ok({ ...page, ...(consultError && { consultError }) });
};

const cards: Answer<ShopperSocket> = async ({ pipeline }, socket, { input }) => {
  const { productIds = [], orderIds = [] } = input as ShopperInput<"catalog.read">;
  const { shop, id } = socket.data.actor;
  return ok(await readCards(pipeline.deps, { shop, shopper: id, productIds, orderIds }));
};

/** Every command of a shopper → who answers it. */
export const shopperAnswers: Record<ShopperCommandType, Answer<ShopperSocket>> = {
  "conversation.open": open,
  "message.send": written,
  "message.read": toPipeline,
  "handoff.request": toPipeline,
  "handoff.cancel": toPipeline,
  "rating.give": written,
  "catalog.read": cards,
};
