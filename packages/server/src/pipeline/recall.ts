import { hash } from "node:crypto";
import { type Committed, errors, type Result, refuse } from "@yiwen/shared";
import type { Command } from "./command.ts";
import type { Pipeline } from "./pipeline.ts";

/** What makes two commands with one id the same command. */
export function hashOf({ type, conversation, input }: Command): string {
  return hash("sha256", JSON.stringify([type, conversation, input]), "base64");
}

/** The answer this command id was given before, if it was used; with another body the id is refused. */
export async function recall(
  pipeline: Pipeline,
  command: Command,
  bodyHash: string,
): Promise<Result<Committed> | undefined> {
  const { actor } = command;
  if (actor.kind === "system") return undefined;
  const earlier = await pipeline.deps.store.seen(actor.shop, actor.id, command.id);
  if (!earlier) return undefined;
  return earlier.bodyHash === bodyHash ? (earlier.answer as Result<Committed>) : refuse("command_id_reused");
}

/** Keeps a refusal that trying again can't change, so that the same command gets the same answer. */
export async function rememberRefusal(
  pipeline: Pipeline,
  command: Command,
  bodyHash: string,
  refused: Extract<Result<Committed>, { ok: false }>,
): Promise<Result<Committed>> {
  if (!errors[refused.error.code].retryable) {
    const { shop, id } = command.actor;
    await pipeline.deps.store.remember(shop, { actor: id, command: command.id, bodyHash, answer: refused });
  }
  return refused;
}
