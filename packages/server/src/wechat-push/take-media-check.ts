import { type Result, refuse } from "@yiwen/shared";
import type { Deps } from "../deps.ts";
import type { Counts } from "../observe/metrics.ts";
import type { Command } from "../pipeline/command.ts";
import type { Serial } from "../pipeline/serial.ts";
import type { PictureCheck } from "../ports/uploads.ts";
import type { MediaCheckPush } from "./read-push.ts";

type World = { deps: Deps; counts: Counts; serial: Serial; handle(command: Command): Promise<Result<unknown>> };

/**
 * Takes WeChat's word on a picture into its conversation. Refused as `unavailable` where WeChat shall say it again:
 * its answer may come before we noted what we asked. What it says again waits for the first time to be done with.
 */
export async function takeMediaCheck(world: World, shop: string, push: MediaCheckPush): Promise<Result<unknown>> {
  const { deps, serial } = world;
  const { traceId, errcode, suggest } = push;
  const picture = await deps.uploads.findByTrace(shop, traceId);
  if (!picture) return refuse("unavailable", "no such check is known yet");
  if (errcode !== 0 || !isVerdict(suggest)) {
    deps.log.warn({ shop, conversation: picture.conversation, errcode }, "WeChat could not check a picture");
    return done;
  }
  return serial(`picture/${shop}/${picture.id}`, () => take(world, shop, { ...picture, suggest }));
}

const done: Result<unknown> = { ok: true, data: {} };

type Verdict = "pass" | "review" | "risky";
type Checked = PictureCheck & { id: string; suggest: Verdict };

/** The bytes first, then the conversation. One that could not be told is told when WeChat says it again. */
async function take({ deps, counts, handle }: World, shop: string, checked: Checked): Promise<Result<unknown>> {
  const { id, conversation, message, traceId, suggest } = checked;
  const isRisky = suggest === "risky";
  const moved = isRisky
    ? await deps.uploads.move(shop, id, ["checking", "passed"], "refused")
    : await deps.uploads.move(shop, id, ["checking"], "passed");
  if (!moved && (await isTold(deps, shop, checked))) return done;
  if (moved) counts.checked("picture", suggest);
  return handle({
    actor: { kind: "system", shop, id: "server" },
    id: `${traceId}.c`,
    type: "picture.checked",
    conversation,
    input: { messageId: message, verdict: isRisky ? "risky" : "pass" },
  });
}

/** Whether there is nothing to add: the end of the waiting decided otherwise, or the conversation has this outcome. */
async function isTold({ uploads, store }: Deps, shop: string, checked: Checked): Promise<boolean> {
  const [status, outcome] =
    checked.suggest === "risky" ? ["refused", "message.withheld"] : ["passed", "message.cleared"];
  if ((await uploads.find(shop, checked.id))?.status !== status) return true;
  return (await store.pictureOutcome(shop, checked.conversation, checked.message)) === outcome;
}

function isVerdict(suggest: string): suggest is Verdict {
  return suggest === "pass" || suggest === "review" || suggest === "risky";
}
