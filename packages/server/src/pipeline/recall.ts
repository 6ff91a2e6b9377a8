import { hash } from "node:crypto";
import { type Committed, errors, type Result, refuse } from "@yiwen/shared";
import type { Command } from "./command.ts";
import type { Pipeline } from "./pipeline.ts";

/** What makes two commands with one id the same command: 128 bits in hex. */
export function hashOf({ type, conversation, input }: Command): string {
  return hash("sha256", JSON.stringify([type, conversation, input]), "hex").slice(0, 32);
}

/**
 * The answer this command id was given before, if it was used; with another body the id is refused. A shopper may have
 * sent it under an id they were known by before.
 */
export async function recall(
  pipeline: Pipeline,
  command: Command,
  bodyHash: string,
): Promise<Result<Committed> | undefined> {
  const { actor } = command;
  if (actor.kind === "system") return undefined;
  for (const id of actor.kind === "shopper" ? [actor.id, ...actor.former] : [actor.id]) {
    const earlier = await pipeline.deps.store.seen(actor.shop, id, command.id);
    if (!earlier) continue;
    return earlier.bodyHash === bodyHash ? (earlier.answer as Result<Committed>) : refuse("command_id_reused");
  }
  return undefined;
}

/** Reading has no other outcome the second time, and opening is not a change: neither is worth remembering. */
const unremembered = new Set(["message.read", "conversation.open"]);

/**
 * An answer that appended nothing: the one this command was given before, or this one, kept so that the same command
 * gets the same answer for ever. What trying again can change is not kept.
 */
export async function answerOnce(
  pipeline: Pipeline,
  command: Command,
  bodyHash: string,
  answer: Result<Committed>,
): Promise<Result<Committed>> {
  const { actor, type, id } = command;
  if (actor.kind === "system" || unremembered.has(type)) return answer;
  const earlier = await recall(pipeline, command, bodyHash);
  if (earlier) return earlier;
  if (answer.ok || !errors[answer.error.code].retryable) {
    await pipeline.deps.store.remember(actor.shop, { actor: actor.id, command: id, bodyHash, answer });
  }
  return answer;
}
