import type { ConsultError, ConsultInput, Result, ShopperInput } from "@yiwen/shared";
import { refuse } from "@yiwen/shared";
import type { ShopperActor } from "../auth/actor.ts";
import { emptyConversation } from "../conversation/state.ts";
import type { Command } from "./command.ts";
import { handle } from "./handle.ts";
import type { Pipeline } from "./pipeline.ts";

type Input = ShopperInput<"conversation.open">;
type Opened = { conversation: string; consultError?: ConsultError };

/**
 * The shopper's conversation on this channel: the open one, or the closed one while there is no reason
 * for another, or a new one. However fast they click, there is one: the store holds at most one open.
 */
export async function openConversation(
  pipeline: Pipeline,
  command: Omit<Command, "actor" | "input" | "conversation"> & { actor: ShopperActor; input: Input },
): Promise<Result<Opened>> {
  const { actor, input } = command;
  return pipeline.serial(`open/${actor.shop}/${actor.id}/${actor.channel}`, async () => {
    const checked = await checkConsult(pipeline, actor, input.consult);
    const conversation = await find(pipeline, actor, Boolean(input.fresh || checked.consult));
    if (conversation === undefined) return refuse("conflict");
    const state = await pipeline.conversations.load(actor.shop, conversation);
    const isNew = state?.seq === 0;
    const granted = isNew ? await pipeline.deps.store.couponsOf(actor.shop, actor.id) : [];
    const { consult } = checked;
    const { locale = "zh-CN" } = input;
    if (isNew || consult || state?.views.agents.absence) {
      const page = input.consult?.page;
      const asked = { locale, granted, ...(consult && { consult }), ...(page && { page }) };
      const result = await handle(pipeline, { ...command, conversation, input: asked });
      if (!result.ok) return result;
    }
    return { ok: true, data: { conversation, ...(checked.error && { consultError: checked.error }) } };
  });
}

async function find(pipeline: Pipeline, actor: ShopperActor, wantsOpen: boolean): Promise<string | undefined> {
  const { clock, ids, store } = pipeline.deps;
  const key = { shop: actor.shop, shopper: actor.id, channel: actor.channel };
  const latest = await store.latest(key);
  if (latest && (latest.floor !== "closed" || !wantsOpen)) return latest.id;
  const shopper = { id: actor.id, verified: actor.verified, ...(actor.name && { name: actor.name }) };
  const { shop, channel } = key;
  return store.openConversation(key, emptyConversation({ id: ids(), shop, shopper, channel, createdAt: clock.now() }));
}

/** What the server knows of what was tapped; the client's word is not enough. */
async function checkConsult(
  pipeline: Pipeline,
  actor: ShopperActor,
  consult: ConsultInput | undefined,
): Promise<{ consult?: ConsultInput; error?: ConsultError }> {
  if (consult?.productId === undefined && consult?.orderId === undefined) return {};
  const error = (await productError(pipeline, actor, consult)) ?? (await orderError(pipeline, actor, consult));
  return error ? { error } : { consult };
}

async function productError({ deps }: Pipeline, { shop }: ShopperActor, { productId }: ConsultInput) {
  if (productId === undefined) return undefined;
  const snapshot = await deps.shopData.snapshot(shop);
  return snapshot?.catalogue.get(productId) ? undefined : "product_not_found";
}

/** Where the shop's orders can't be reached, the plain chat opens all the same. */
async function orderError({ deps }: Pipeline, { shop, externalId }: ShopperActor, { orderId }: ConsultInput) {
  if (orderId === undefined) return undefined;
  if (!externalId) return "order_not_found";
  try {
    const found = await deps.orders.find({ shop, externalId, orderId, limit: 1 });
    return found.length > 0 ? undefined : "order_not_found";
  } catch (error) {
    deps.log.warn({ err: error, shop }, "checking a consulted order failed");
    return "unavailable";
  }
}

/** Refuses what names no conversation where one is needed. */
export function conversationOf(conversationId: string | undefined): Result<string> {
  return conversationId
    ? { ok: true, data: conversationId }
    : refuse("invalid_input", "conversationId is missing", { path: "/conversationId" });
}
