import type { Summary } from "@yiwen/shared";
import { actionView } from "../actions/action-view.ts";
import { keyNames } from "../actions/shortcut.ts";
import { takeOver } from "../actions/take-over.ts";
import { useDesk } from "./desk-context.ts";

/** Instead of the reply while it is not this agent's turn: why, and the way there. */
export function ComposerPrompt({ conversation }: { conversation: Summary }) {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const { floor, agent } = conversation;
  const words = {
    bot: t.composer.bot,
    queued: t.composer.queued,
    human: t.composer.other(agent?.name ?? t.speaker.agent),
    closed: t.composer.closed,
  }[floor];
  return (
    <div class={`composer-prompt composer-prompt--${floor}`}>
      <p>{words}</p>
      {takeOver.allowed(actionView(desk)) && (
        <span class="composer-prompt__key">
          {t.actions.takeOver} <kbd>{keyNames(takeOver.keys?.[0] ?? "", desk.page.isMac())}</kbd>
        </span>
      )}
    </div>
  );
}
