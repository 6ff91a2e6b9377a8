import type { ChatState } from "../chat/store.ts";
import { useLanguage } from "../i18n/context.ts";
import type { Strings } from "../i18n/strings.ts";
import { Avatar } from "./avatar.tsx";
import { Icon } from "./icon.tsx";
import { useStore } from "./use-chat.ts";

/** Who is there, and the two ways out: to a human, and back to the page. */
export function Header({ state, onClose }: { state: ChatState; onClose(): void }) {
  const { strings } = useLanguage();
  const store = useStore();
  const summary = state.shopper.thread?.view.summary;
  const isHuman = summary?.floor === "human";
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a header is not interactive; in a dialog it is no landmark either, the page has its own
    <header role="none">
      <Avatar from={isHuman ? "agent" : "bot"} name={isHuman ? summary.agent?.name : undefined} />
      <div class="header-body">
        <h2>{state.shop?.name || strings.dialog("")}</h2>
        <p>
          {summary && state.shopper.connection !== "refused" && (
            <span class={`presence is-${summary.floor}`} aria-hidden="true" />
          )}
          {state.shopper.connection !== "refused" && (summary ? statusText(strings.status, summary) : strings.loading)}
        </p>
      </div>
      {summary?.floor === "bot" && (
        <button type="button" class="button is-plain" onClick={() => store.requestHandoff()}>
          <Icon name="agent" />
          {strings.askForAgent}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={strings.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </header>
  );
}

type Summary = NonNullable<ChatState["shopper"]["thread"]>["view"]["summary"];

function statusText(status: Strings["status"], { floor, agent, queue }: Summary): string {
  if (floor === "human" && agent) return status.human(agent.name);
  if (floor === "queued") return queue?.staffed && !queue.timedOut ? status.queued : status.away;
  return floor === "closed" ? status.closed : status.bot;
}
