import type { Decision, Draft, EffectDraft } from "../conversation/decision.ts";
import { evolve } from "../conversation/evolve.ts";
import type { Conversation } from "../conversation/state.ts";
import type { StoredEvent } from "../conversation/stored.ts";
import { isForShoppers } from "../conversation/wire.ts";
import type { EffectRow } from "../ports/store.ts";
import { answerFor, type Command } from "./command.ts";
import type { Pipeline } from "./pipeline.ts";

/** How long a node has an effect to itself before another may take it up, in milliseconds. */
export const leaseMs = 30_000;

/** What was stored, for those who tell of it. */
export type CommittedAppend = {
  previous: Conversation;
  next: Conversation;
  events: StoredEvent[];
  effects: EffectRow[];
};

type Accepted = { command: Command; state: Conversation; decision: Extract<Decision, { ok: true }>; bodyHash: string };

/** Numbers the events, folds them, and appends all of it or nothing. A decision without events is not stored. */
export async function commit(pipeline: Pipeline, accepted: Accepted): Promise<CommittedAppend | "conflict" | "seen"> {
  const { command, state, decision, bodyHash } = accepted;
  const { actor } = command;
  const at = pipeline.deps.clock.now();
  const events = numbered(state, decision.drafts, at);
  const folded = events.reduce(evolve, state);
  const reported = command.type === "effect.report" ? (command.input as { effectId: string }).effectId : undefined;
  const next = withPending(folded, decision.effects, reported);
  const effects = decision.effects.map((draft) => toRow(state, draft, at));
  const settled = Object.keys(state.pending).filter((id) => !(id in next.pending));
  if (events.length === 0 && effects.length === 0 && settled.length === 0) {
    return { previous: state, next: state, events, effects };
  }
  const outcome = await pipeline.deps.store.append({
    shop: state.shop,
    conversation: state.id,
    previous: state,
    next,
    events,
    effects,
    settled,
    ...(actor.kind !== "system" && {
      command: { actor: actor.id, id: command.id, bodyHash, seq: answerFor(actor, next).seq },
    }),
  });
  if (outcome !== "appended") return outcome;
  pipeline.conversations.keep(next);
  return { previous: state, next, events, effects };
}

function numbered(state: Conversation, drafts: Draft[], at: number): StoredEvent[] {
  let { seq, shopperSeq } = state;
  return drafts.map(({ type, data, by }) => {
    seq += 1;
    if (isForShoppers(type)) shopperSeq += 1;
    return { seq, shopperSeq: isForShoppers(type) ? shopperSeq : null, type, at, by, data };
  });
}

function withPending(state: Conversation, effects: EffectDraft[], reported: string | undefined): Conversation {
  const added = Object.fromEntries(effects.map(({ id, purpose }) => [id, purpose]));
  const pending = { ...state.pending, ...added };
  if (reported) delete pending[reported];
  return { ...state, pending };
}

/** Work that is due at once is leased to this node with its birth; a wait belongs to whoever is there when it ends. */
function toRow(state: Conversation, { id, kind, input, inMs }: EffectDraft, at: number): EffectRow {
  const isNow = inMs === 0;
  return {
    shop: state.shop,
    conversation: state.id,
    id,
    kind,
    // How long it is put off tells later whether a clock that was wrong made it later than it may be.
    input: isNow ? input : { ...(input as object), inMs },
    attempts: isNow ? 1 : 0,
    dueAt: at + inMs,
    leaseUntil: isNow ? at + leaseMs : 0,
  };
}
