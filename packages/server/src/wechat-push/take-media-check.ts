import { type Result, refuse } from "@yiwen/shared";
import type { Deps } from "../deps.ts";
import type { Counts } from "../observe/metrics.ts";
import type { Command } from "../pipeline/command.ts";
import type { MediaCheckPush } from "./read-push.ts";

type World = { deps: Deps; counts: Counts; handle(command: Command): Promise<Result<unknown>> };

/**
 * Takes WeChat's word on a picture into its conversation. Refused as `unavailable` where WeChat shall say it again:
 * its answer may come before we noted what we asked.
 */
export async function takeMediaCheck(world: World, shop: string, push: MediaCheckPush): Promise<Result<unknown>> {
  const { deps, counts, handle } = world;
  const { uploads, log } = deps;
  const { traceId, errcode, suggest } = push;
  const picture = await uploads.findByTrace(shop, traceId);
  if (!picture) return refuse("unavailable", "no such check is known yet");
  if (errcode !== 0 || !isVerdict(suggest)) {
    log.warn({ shop, conversation: picture.conversation, errcode }, "WeChat could not check a picture");
    return { ok: true, data: {} };
  }
  const isRisky = suggest === "risky";
  const moved = isRisky
    ? await uploads.move(shop, picture.id, ["checking", "passed"], "refused")
    : await uploads.move(shop, picture.id, ["checking"], "passed");
  // Told before, by an earlier push or by the end of the waiting.
  if (!moved) return { ok: true, data: {} };
  counts.checked("picture", suggest);
  return handle({
    actor: { kind: "system", shop, id: "server" },
    id: `${traceId}.c`,
    type: "picture.checked",
    conversation: picture.conversation,
    input: { messageId: picture.message, verdict: isRisky ? "risky" : "pass" },
  });
}

function isVerdict(suggest: string): suggest is "pass" | "review" | "risky" {
  return suggest === "pass" || suggest === "review" || suggest === "risky";
}
