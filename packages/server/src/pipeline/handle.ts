import { type Committed, ok, type Result, refuse } from "@yiwen/shared";
import { decide } from "../conversation/decide.ts";
import type { Asks, AskType, Decision } from "../conversation/decision.ts";
import type { Conversation } from "../conversation/state.ts";
import { authorize } from "./authorize.ts";
import { type Actor, answerFor, type Command } from "./command.ts";
import { commit } from "./commit.ts";
import { gatherFacts } from "./facts.ts";
import type { Pipeline } from "./pipeline.ts";
import { answerOnce, hashOf, recall } from "./recall.ts";
import { salvage } from "./salvage.ts";

/** A conversation that changed under our hands is read again this many times. */
const attempts = 3;

/**
 * THE MAIN PATH. One command in, one result out:
 *
 *   serial → load → authorize → gather facts → decide → append → deliver, run effects → ack
 *
 * Nobody is told anything before the durable commit: not the sender, not the others.
 */
export function handle(pipeline: Pipeline, command: Command): Promise<Result<Committed>> {
  return pipeline.serial(`${command.actor.shop}/${command.conversation}`, async () => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const result = await once(pipeline, command, attempt === 0 && pipeline.deps.nodes !== undefined);
      if (result !== "conflict") return result;
      pipeline.conversations.forget(command.actor.shop, command.conversation);
    }
    return refuse("conflict");
  });
}

/**
 * `mayBeStale`: another node may have gone on meanwhile. What is appended is checked against the store by its number; what
 * appends nothing is decided again on what is stored.
 */
async function once(
  pipeline: Pipeline,
  command: Command,
  mayBeStale: boolean,
): Promise<Result<Committed> | "conflict"> {
  const { actor } = command;
  const state = await pipeline.conversations.load(actor.shop, command.conversation);
  const refusal = authorize(actor, state);
  if (refusal && mayBeStale) return "conflict";
  if (!state || refusal) return refuse(refusal ?? "conversation_not_found");

  const facts = await gatherFacts(pipeline, state, command);
  if (!facts) return refuse("shop_not_found");

  const bodyHash = hashOf(command);
  // The store tells what this shopper sent before, not what they sent as someone they turned out to be.
  const isFormer = actor.kind === "shopper" && actor.former.length > 0;
  const earlier = isFormer ? await recall(pipeline, command, bodyHash) : undefined;
  if (earlier) return earlier;

  const decision = decideOrSalvage(pipeline, command, state, facts);
  if (mayBeStale && (!decision.ok || decision.drafts.length === 0)) return "conflict";
  if (!decision.ok) {
    return answerOnce(pipeline, command, bodyHash, refuse(decision.code));
  }

  const committed = await commit(pipeline, { command, state, decision, bodyHash });
  if (committed === "conflict") return "conflict";
  if (committed === "seen") return (await recall(pipeline, command, bodyHash)) ?? refuse("conflict");
  const answer = ok(answerFor(actor, committed.next));
  pipeline.deliver(committed);
  pipeline.runEffects(committed.effects);
  return committed.events.length > 0 ? answer : answerOnce(pipeline, command, bodyHash, answer);
}

function decideOrSalvage(pipeline: Pipeline, command: Command, state: Conversation, facts: Asked["facts"]): Decision {
  const type = `${command.actor.kind}:${command.type}` as AskType;
  const ask: Asked = { id: command.id, by: byOf(command.actor), input: command.input as Asks[AskType], state, facts };
  try {
    return decide(type, ask as never);
  } catch (error) {
    pipeline.deps.log.error(
      { err: error, shop: state.shop, conversation: state.id, command: command.type },
      "deciding failed",
    );
    return salvage(type, ask);
  }
}

type Asked = Parameters<typeof salvage>[1];

function byOf(actor: Actor): Asked["by"] {
  if (actor.kind === "system") return { kind: "system" };
  return { kind: actor.kind, id: actor.id, ...(actor.name && { name: actor.name }) };
}
