import type { AgentInput } from "@yiwen/shared";
import type { Conversation } from "../conversation/state.ts";
import type { Deps } from "../deps.ts";
import type { Facts } from "../dialogue/facts.ts";
import { staffedHours } from "../routing/hours.ts";
import type { Command } from "./command.ts";
import type { Pipeline } from "./pipeline.ts";

/** Everything deciding may know, read once before it. Undefined when the shop is gone. */
export async function gatherFacts(
  { deps, roster }: Pipeline,
  { shop, shopper }: Conversation,
  command: Command,
): Promise<Facts | undefined> {
  const snapshot = await deps.shopData.snapshot(shop);
  if (!snapshot) return undefined;
  const now = deps.clock.now();
  const { name, settings, catalogue, passages, examples } = snapshot;
  const [picture, model, embedding] = await Promise.all([
    readPicture(deps, command),
    deps.models.of(snapshot),
    deps.embeddings.stateOf(snapshot),
  ]);
  return {
    now,
    shop: { name, settings },
    catalogue,
    passages,
    examples,
    ...(shopper.verified && { isSignedIn: true }),
    ...(picture && { picture }),
    ...(model && { model: { state: model.state } }),
    ...(embedding === "ready" && passages.size > 0 && { canRecall: true }),
    staffing: () => ({ ...staffedHours(settings.hours, now), online: roster.online(shop) }),
  };
}

/** The picture a message names, if its sender sent it up; another's is as unknown as one that isn't there. */
async function readPicture({ uploads }: Deps, { actor, type, input }: Command): Promise<Facts["picture"]> {
  if (type !== "message.send") return undefined;
  const { content } = input as AgentInput<"message.send">;
  const upload = content.kind === "image" ? await uploads.find(actor.shop, content.uploadId) : undefined;
  if (upload?.owner.kind !== actor.kind || upload.owner.id !== actor.id) return undefined;
  const { width, height, status } = upload;
  return { width, height, isRefused: status === "refused", isHeld: status === "checking" };
}
