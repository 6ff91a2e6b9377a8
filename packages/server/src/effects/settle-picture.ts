import type { PictureInput } from "../conversation/pictures.ts";
import type { Deps } from "../deps.ts";
import type { Counts } from "../observe/metrics.ts";
import type { EffectRunner } from "../pipeline/run-effects.ts";

/**
 * Ends the waiting for WeChat's word on a picture: the shop's setting decides what was not checked in time. Where the
 * word is known already, it stands.
 */
export function settlePicture({ shopData, uploads, log }: Deps, counts: Counts): EffectRunner {
  return {
    deadlineMs: 5000,
    attempts: 5,
    async run({ shop, conversation, input }) {
      const { uploadId } = input as PictureInput;
      const unchecked = (await shopData.snapshot(shop))?.settings.weapp.uncheckedContent ?? "allow";
      const isUnchecked = await uploads.move(
        shop,
        uploadId,
        ["checking"],
        unchecked === "allow" ? "passed" : "refused",
      );
      if (isUnchecked) {
        log.warn({ shop, conversation, unchecked }, "a picture was not checked in time");
        counts.checked("picture", "unchecked");
      }
      const upload = await uploads.find(shop, uploadId);
      return { ok: true, verdict: upload?.status === "refused" ? "risky" : "pass" };
    },
  };
}
