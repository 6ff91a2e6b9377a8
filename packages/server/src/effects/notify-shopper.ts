import type { Conversation } from "../conversation/state.ts";
import type { Deps } from "../deps.ts";
import type { Counts } from "../observe/metrics.ts";
import type { EffectRunner } from "../pipeline/run-effects.ts";
import type { Listeners } from "../ports/listeners.ts";
import type { WechatError } from "../ports/wechat.ts";
import { replyData } from "./reply-data.ts";

type World = { listeners: Listeners; counts: Counts };
type Outcome = Extract<Awaited<ReturnType<EffectRunner["run"]>>, { notified: unknown }>["notified"];

/** Tries before a call-back is given up. */
const attempts = 4;

/**
 * Calls an absent shopper back by a subscription message, for which they must have given leave. Looked at when it
 * runs: a shopper who came back meanwhile is not disturbed. WeChat being out of reach is tried again.
 */
export function notifyShopper(deps: Deps, { listeners, counts }: World): EffectRunner {
  return {
    // Longer than WeChat may take: what is still under way is not begun again beside it.
    deadlineMs: 25_000,
    attempts,
    async run(effect, conversation) {
      try {
        const isThere = await listeners.hasShopper(conversation);
        const notified: Outcome = isThere ? "present" : await callBack(deps, conversation);
        counts.notified(notified);
        return { ok: true, notified };
      } catch (error) {
        // Each call-back counts once: what is tried again is not over.
        if (effect.attempts >= attempts) counts.notified("failed");
        throw error;
      }
    },
  };
}

async function callBack(deps: Deps, conversation: Conversation): Promise<Outcome> {
  const { shop, shopper } = conversation;
  const { directory, subscriptions, wechat, shopData } = deps;
  const [snapshot, app] = await Promise.all([shopData.snapshot(shop), directory.wechatApp(shop)]);
  const { replyTemplateId: templateId, replyPage: page } = snapshot?.settings.weapp ?? {};
  if (!snapshot || !app || !templateId) return "not_configured";
  const [openid] = await directory.openids(shop, shopper.id, app.appId);
  if (openid === undefined) return "failed";
  if (!(await subscriptions.take(shop, shopper.id, templateId))) return "none_granted";
  const sent = await wechat.sendSubscribeMessage(app, {
    openid,
    templateId,
    data: replyData(conversation, snapshot, deps.clock.now()),
    ...(page && { page }),
    language: conversation.views.agents.locale === "en" ? "en_US" : "zh_CN",
  });
  if (sent.ok) return "sent";
  deps.log.warn({ shop, conversation: conversation.id, ...sent.error }, "a subscription message was not sent");
  return whyNot(deps, { shop, shopper: shopper.id, templateId }, sent.error);
}

/** 43101: the shopper took the permission back, or WeChat counts otherwise than we do. */
const notSubscribed = 43101;

async function whyNot(
  { subscriptions }: Deps,
  { shop, shopper, templateId }: { shop: string; shopper: string; templateId: string },
  { kind, errcode, message }: WechatError,
): Promise<Outcome> {
  if (errcode === notSubscribed) {
    await subscriptions.forget(shop, shopper, templateId);
    return "refused";
  }
  // Nothing was sent: the permission is good for another time.
  await subscriptions.grant(shop, shopper, templateId);
  if (kind === "busy") throw new Error(message);
  return kind === "not_configured" || kind === "rejected" ? "not_configured" : "failed";
}
