import type { EffectResult } from "../conversation/decision.ts";
import type { Conversation } from "../conversation/state.ts";
import type { EffectKind } from "../conversation/stored.ts";
import type { EffectRow } from "../ports/store.ts";
import { leaseMs } from "./commit.ts";
import { handle } from "./handle.ts";
import type { Pipeline } from "./pipeline.ts";
import { within } from "./within.ts";

/** What work that takes long may look at on its way. */
export type UnderWay = {
  /** Aborted at the deadline. */
  signal: AbortSignal;
  /** Whether the conversation still waits for it. */
  isWanted(): Promise<boolean>;
};

/** Does one kind of work. Throws when it can't be done now. */
export type EffectRunner = {
  run(effect: EffectRow, conversation: Conversation, underWay: UnderWay): Promise<EffectResult>;
  /** Milliseconds one try may take. */
  deadlineMs: number;
  /** Tries before it is given up. */
  attempts: number;
};

export type EffectRunners = Record<EffectKind, EffectRunner>;

export type Effects = {
  run(effects: EffectRow[]): void;
  /** Takes up what is due, and goes on doing so. */
  start(): void;
  /** Stops taking up work and waits a little for what is under way; the rest is given back, for another to begin at once. */
  stop(): Promise<void>;
};

const sweepEveryMs = 1000;
const sweepLimit = 100;
/** Milliseconds that work under way has to come to its end when the server stops. */
const patienceMs = 1500;
/** The first pause before trying again; each further one is twice as long. */
const retryMs = 500;

/** Runs stored work after the commit: at least once, with a deadline, tried again, at last given up and told so. */
export function createEffects(pipeline: () => Pipeline, runners: EffectRunners): Effects {
  const underWay = new Map<Promise<void>, EffectRow | undefined>();
  let cancelSweep: (() => void) | undefined;
  /** The latest that the clock was seen to say; after a jump ahead and back it says less. */
  let latest = Number.POSITIVE_INFINITY;

  function track(work: Promise<void>, effect?: EffectRow): void {
    underWay.set(work, effect);
    const done = () => underWay.delete(work);
    work.then(done, (error) => {
      done();
      pipeline().deps.log.error({ err: error }, "running an effect failed");
    });
  }

  async function sweep(): Promise<void> {
    const { clock, store } = pipeline().deps;
    const now = clock.now();
    // At the start, and when the clock was set back: what was put off by one that was ahead would wait for hours.
    if (now < latest) await store.bringForward(now, leaseMs);
    latest = now;
    const due = await store.claimEffects(now, now + leaseMs, sweepLimit);
    for (const effect of due) track(runOne(pipeline(), runners, effect), effect);
  }

  /** What an effect is given back for runs twice at worst, and its answer counts once. */
  async function giveBack(): Promise<void> {
    const { clock, store } = pipeline().deps;
    const end = { status: "pending", dueAt: clock.now(), error: "the server was stopped" } as const;
    const left = [...underWay.values()].filter((effect) => effect !== undefined);
    await Promise.allSettled(left.map((effect) => store.finishEffect(effect, end)));
  }

  function sweepLater(): void {
    cancelSweep = pipeline().deps.clock.after(sweepEveryMs, () => {
      track(sweep());
      sweepLater();
    });
  }

  return {
    run(effects) {
      if (effects.length > 0) latest = Math.max(latest, pipeline().deps.clock.now());
      for (const effect of effects) if (effect.leaseUntil > 0) track(runOne(pipeline(), runners, effect), effect);
    },
    start() {
      track(sweep());
      sweepLater();
    },
    async stop() {
      cancelSweep?.();
      await within(pipeline().deps.clock, patienceMs, Promise.allSettled(underWay.keys()));
      await giveBack();
    },
  };
}

async function runOne(pipeline: Pipeline, runners: EffectRunners, effect: EffectRow): Promise<void> {
  const { deps } = pipeline;
  const runner = runners[effect.kind];
  try {
    const result = await withDeadline(pipeline, runner, effect);
    await report(pipeline, effect, result);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    deps.log.warn(
      { shop: effect.shop, conversation: effect.conversation, effect: effect.kind, attempt: effect.attempts, reason },
      "effect failed",
    );
    if (effect.attempts < runner.attempts) {
      const dueAt = deps.clock.now() + retryMs * 2 ** (effect.attempts - 1);
      await deps.store.finishEffect(effect, { status: "pending", dueAt, error: reason });
    } else {
      await report(pipeline, effect, { ok: false, error: reason });
      await deps.store.finishEffect(effect, { status: "dead", error: reason });
    }
  }
}

async function withDeadline(
  { deps, conversations }: Pipeline,
  runner: EffectRunner,
  effect: EffectRow,
): Promise<EffectResult> {
  const conversation = await conversations.load(effect.shop, effect.conversation);
  if (!conversation) throw new Error("the conversation is gone");
  let cancel = () => {};
  const ended = new AbortController();
  const isWanted = async () =>
    effect.id in ((await conversations.load(effect.shop, effect.conversation))?.pending ?? {});
  const late = new Promise<never>((_, fail) => {
    cancel = deps.clock.after(runner.deadlineMs, () => fail(new Error(`no answer in ${runner.deadlineMs} ms`)));
  });
  try {
    return await Promise.race([runner.run(effect, conversation, { signal: ended.signal, isWanted }), late]);
  } finally {
    cancel();
    ended.abort();
  }
}

/** One more command through the same door. A report nobody waits for any more only ends the effect. */
async function report(pipeline: Pipeline, effect: EffectRow, result: EffectResult): Promise<void> {
  const { shop, conversation, id, kind, input } = effect;
  const outcome = await handle(pipeline, {
    actor: { kind: "system", shop, id: "server" },
    id: `${id}.r`,
    type: "effect.report",
    conversation,
    input: { effectId: id, kind, input, result },
  });
  if (outcome.ok) return;
  if (outcome.error.retryable) throw new Error(outcome.error.message);
  await pipeline.deps.store.finishEffect(effect, { status: "done" });
}
