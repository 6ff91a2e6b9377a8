import { type AgentInput, type Committed, ok, type Result, refuse, type ShopperInput } from "@yiwen/shared";
import type { Counts } from "../observe/metrics.ts";
import { authorize } from "./authorize.ts";
import type { Command } from "./command.ts";
import { handle } from "./handle.ts";
import type { Pipeline } from "./pipeline.ts";
import { answerOnce, hashOf, recall } from "./recall.ts";

type World = { pipeline: Pipeline; counts: Counts };

/**
 * `handle` for what people write, with WeChat's check before it where the shop wants one: of the mini-program's
 * channel only, before anything is stored. The others pay nothing for it.
 */
export async function handleChecked(world: World, command: Command): Promise<Result<Committed>> {
  const { pipeline } = world;
  const { actor, conversation } = command;
  const { shop } = actor;
  const state = await pipeline.conversations.load(shop, conversation);
  const snapshot = state?.channel === "weapp" ? await pipeline.deps.shopData.snapshot(shop) : undefined;
  if (!state || authorize(actor, state) || !snapshot?.settings.weapp.checkContent) return handle(pipeline, command);
  // The checks of one sender are in a line of their own, so that what they write keeps its order.
  return pipeline.serial(`check/${shop}/${conversation}/${actor.id}`, async () => {
    const bodyHash = hashOf(command);
    const earlier = await recall(pipeline, command, bodyHash);
    if (earlier) return earlier;
    await holdPicture(pipeline, command);
    const text = textOf(command);
    if (text === undefined || (await isAllowed(world, command, { text, shopper: state.shopper.id }))) {
      return handle(pipeline, command);
    }
    return answerOnce(pipeline, command, bodyHash, refuse("content_refused"));
  });
}

function textOf({ type, input }: Command): string | undefined {
  if (type === "rating.give") return (input as ShopperInput<"rating.give">).comment || undefined;
  const { content } = input as ShopperInput<"message.send">;
  return content.kind === "text" ? content.text : undefined;
}

/** A picture is seen by nobody until it was checked, so it is held before its message is stored. */
async function holdPicture({ deps: { uploads } }: Pipeline, { actor, type, input }: Command): Promise<void> {
  if (type !== "message.send") return;
  const { content } = input as AgentInput<"message.send">;
  const upload = content.kind === "image" ? await uploads.find(actor.shop, content.uploadId) : undefined;
  const isOwn = upload?.owner.kind === actor.kind && upload.owner.id === actor.id;
  if (upload && isOwn) await uploads.move(actor.shop, upload.id, ["ready"], "checking");
}

/** What WeChat says; where it says nothing, what the shop's setting says. */
async function isAllowed(
  { pipeline, counts }: World,
  { actor: { shop, kind } }: Command,
  { text, shopper }: { text: string; shopper: string },
): Promise<boolean> {
  const verdict = await ask(pipeline, shop, shopper, text);
  if (verdict.ok) {
    counts.checked("text", verdict.data);
    return verdict.data !== "risky";
  }
  counts.checked("text", "unchecked");
  const unchecked = (await pipeline.deps.shopData.snapshot(shop))?.settings.weapp.uncheckedContent;
  pipeline.deps.log.warn({ shop, sender: kind, why: verdict.error.message, unchecked }, "a text was not checked");
  return unchecked === "allow";
}

/** WeChat asks for whom it is: the shopper of the conversation, whoever wrote it. */
async function ask(
  { deps: { directory, wechat } }: Pipeline,
  shop: string,
  shopper: string,
  text: string,
): Promise<Result<"pass" | "review" | "risky">> {
  const app = await directory.wechatApp(shop);
  if (!app) return refuse("wechat_not_configured");
  const [openid] = await directory.openids(shop, shopper, app.appId);
  if (openid === undefined) return refuse("wechat_not_configured", "the shopper is not known in this mini-program");
  const checked = await wechat.checkText(app, { openid, text });
  return checked.ok ? ok(checked.data.suggest) : refuse("wechat_busy", checked.error.message);
}
