import type { PublicShop, Result } from "@yiwen/shared";
import type { Api } from "./api.ts";
import type { Session } from "./session.ts";
import { promised, type Wx, type WxSubscribed } from "./wx.ts";

/** `unavailable` where the shop has no template, WeChat can't ask, or the server did not hear of the answer. */
export type NotifyAnswer = "accepted" | "refused" | "unavailable";

/**
 * Asks the shopper whether WeChat may tell them once of an agent's reply. WeChat allows this only while it handles a
 * tap, so nothing is waited for before it is asked.
 */
export async function askToNotify(
  { wx, api, session }: { wx: Wx; api: Api; session: Session },
  shop: PublicShop | undefined,
): Promise<NotifyAnswer> {
  const templateId = shop?.weapp?.replyTemplateId;
  if (!templateId || !wx.requestSubscribeMessage) return "unavailable";
  try {
    const answers = await promised<WxSubscribed>((on) =>
      wx.requestSubscribeMessage?.({ tmplIds: [templateId], ...on }),
    );
    if (answers[templateId] !== "accept") return "refused";
  } catch {
    return "unavailable";
  }
  const tell = (): Promise<Result<unknown>> =>
    session.authorized((token) => api.post("/v1/subscriptions", { templateId }, token));
  const result = await tell();
  if (result.ok || (result.error.retryable && (await tell()).ok)) return "accepted";
  return "unavailable";
}
