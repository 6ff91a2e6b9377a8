import type { PictureInput } from "../conversation/pictures.ts";
import type { Deps } from "../deps.ts";
import type { EffectRunner } from "../pipeline/run-effects.ts";
import { checkPass } from "../uploads/check-pass.ts";

/** Asks WeChat to check a message's picture; WeChat fetches it, and tells the outcome to `/v1/wechat/:shop`. */
export function checkPicture(deps: Deps): EffectRunner {
  const { directory, uploads, wechat, publicUrl } = deps;
  return {
    deadlineMs: 25_000,
    attempts: 3,
    async run({ shop: shopId, input }, { id: conversation, shopper }) {
      const { messageId: message, uploadId } = input as PictureInput;
      const [shop, app] = await Promise.all([directory.shop(shopId), directory.wechatApp(shopId)]);
      const [openid] = app ? await directory.openids(shopId, shopper.id, app.appId) : [];
      if (!shop || !app || openid === undefined) throw new Error("the shop's mini-program is not set up");
      if (publicUrl === undefined) throw new Error("PUBLIC_URL is not set: WeChat can't fetch pictures");
      const path = `/v1/uploads/${shop.publicKey}/${uploadId}`;
      const url = `${publicUrl}${path}?check=${checkPass(deps, shopId, uploadId)}`;
      const asked = await wechat.checkMedia(app, { openid, url });
      if (!asked.ok) throw new Error(asked.error.message);
      await uploads.checkBegan(shopId, uploadId, { ...asked.data, conversation, message });
      return { ok: true };
    },
  };
}
