import type { ServerSignal } from "@yiwen/shared";
import type { Conversation } from "../conversation/state.ts";
import type { Deps } from "../deps.ts";
import { sourcesOf, textOf } from "../dialogue/model-turn.ts";
import type { ModelWork } from "../dialogue/turn.ts";
import { rewriteQuestion, writeReply } from "../model/tasks.ts";
import { askedOf, modelWork } from "../model/work.ts";
import type { Counts } from "../observe/metrics.ts";
import type { EffectRunner, UnderWay } from "../pipeline/run-effects.ts";
import type { Listeners } from "../ports/listeners.ts";

/** Typing is forgotten after six seconds, so it is said again before that. */
const typingEveryMs = 4000;

/**
 * Has the language model write the reply, or make the question whole. What is finished and founded of a reply is shown
 * while the rest is written; nothing is shown any more once the conversation waits for it no longer.
 */
export function askModel(deps: Deps, { listeners, counts }: { listeners: Listeners; counts: Counts }): EffectRunner {
  return {
    deadlineMs: deps.modelPatienceMs,
    // The model's own retries are within the deadline; after it a person is the better answer.
    attempts: 1,
    async run({ input }, conversation, underWay) {
      const { task, local, outcome, passages } = input as ModelWork;
      const startedAt = deps.clock.now();
      const { world, talk, shop } = await modelWork(deps, conversation, underWay.signal);
      const typing = showTyping(deps, listeners, conversation, underWay);
      try {
        const written =
          task === "rewrite"
            ? { ...(await rewriteQuestion(world, talk)), cited: [] }
            : await writeReply(world, {
                ...talk,
                ...(passages && { passages }),
                ...(outcome === "answered" && { local: { text: textOf(local), sources: sourcesOf(local) } }),
                onDraft: typing.say,
              });
        counts.modelAsked(task, written.outcome, written);
        const asked = await askedOf(deps, shop, { task, written, startedAt });
        return { ok: true, asked, text: written.text, sources: written.cited };
      } finally {
        typing.end();
      }
    },
  };
}

/** Shows that the bot writes, and what, until it ends or nobody waits for it. */
function showTyping(
  { clock }: Deps,
  listeners: Listeners,
  conversation: Conversation,
  { isWanted }: UnderWay,
): { say(text: string | undefined): void; end(): void } {
  let text: string | undefined;
  let isOver = false;
  let cancel = () => {};
  const tell = (on: boolean) => {
    const data = { by: { kind: "bot" as const }, on, ...(on && text !== undefined && { text }) };
    const signal: ServerSignal = { conversationId: conversation.id, type: "typing", data };
    listeners.signalShopper(conversation, signal);
    listeners.signalFollowers(conversation.shop, conversation.id, signal);
  };
  const tellIfWanted = () => {
    isWanted().then(
      (wanted) => {
        if (!isOver && wanted) tell(true);
      },
      () => {},
    );
  };
  const again = () => {
    cancel = clock.after(typingEveryMs, () => {
      tellIfWanted();
      again();
    });
  };
  again();
  return {
    say(written) {
      text = written;
      tellIfWanted();
    },
    end() {
      isOver = true;
      cancel();
    },
  };
}
