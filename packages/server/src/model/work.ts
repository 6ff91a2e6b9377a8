import type { ModelAsked, ModelTask } from "@yiwen/shared";
import type { Conversation } from "../conversation/state.ts";
import type { Deps } from "../deps.ts";
import type { ShopSnapshot } from "../ports/shop-data.ts";
import { ownOrders } from "../shop/own-orders.ts";
import { linesOf } from "./history.ts";
import type { Talk } from "./tasks.ts";
import type { WriteWorld, Written } from "./write.ts";

/** How far back a model reads: enough to follow what is meant now. */
const eventsRead = 60;
const linesRead = 16;

/** What a model works with in one conversation: its own shop, its own shopper's orders, its last words. */
export async function modelWork(
  deps: Deps,
  conversation: Conversation,
  signal: AbortSignal,
): Promise<{ world: WriteWorld; talk: Talk; shop: ShopSnapshot }> {
  const { shop: id } = conversation;
  const [shop, page] = await Promise.all([
    deps.shopData.snapshot(id),
    deps.store.page({ shop: id, conversation: conversation.id, audience: "agents", limit: eventsRead }),
  ]);
  if (!shop) throw new Error("the shop is gone");
  const { dialogue, language, views } = conversation;
  const world: WriteWorld = {
    shop,
    language: language ?? (views.agents.locale === "en" ? "en" : "zh"),
    now: deps.clock.now(),
    findOrders: (orderId) => ownOrders(deps, conversation, orderId),
    models: deps.models,
    signal,
  };
  const productId = dialogue?.product?.id ?? views.agents.consult?.productId;
  const talk: Talk = {
    lines: linesOf(page.events, shop).slice(-linesRead),
    ...(productId !== undefined && { productId }),
  };
  return { world, talk, shop };
}

/** What agents are told of one task. */
export async function askedOf(
  deps: Deps,
  shop: ShopSnapshot,
  { task, written, startedAt }: { task: ModelTask; written: Written; startedAt: number },
): Promise<ModelAsked> {
  const { outcome, tools, claims, inputTokens, outputTokens } = written;
  const model = (await deps.models.of(shop))?.access.model ?? "";
  return { task, outcome, model, tools, claims, inputTokens, outputTokens, ms: deps.clock.now() - startedAt };
}
