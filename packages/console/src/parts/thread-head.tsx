import type { Summary } from "@yiwen/shared";
import { actionView } from "../actions/action-view.ts";
import { actions } from "../actions/index.ts";
import { details } from "../actions/view-actions.ts";
import { avatarName, shopperName } from "../format/names.ts";
import type { OpenConversation } from "../thread/conversation-of.ts";
import { AbsenceTag } from "./absence-tag.tsx";
import { ActionButton } from "./action-button.tsx";
import { Avatar } from "./avatar.tsx";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";
import { Mood } from "./mood.tsx";
import { WaitTime } from "./wait-time.tsx";

/** Who asks, who has the floor, who else looks, and what can be done. */
export function ThreadHead({ open }: { open: OpenConversation }) {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const { shopper, conversation } = open.row;
  const name = shopperName(shopper, t);
  const view = actionView(desk);
  return (
    <header class="thread-head">
      <button
        type="button"
        class="icon-button thread-head__back"
        aria-label={t.thread.back}
        onClick={() => desk.select(undefined)}
      >
        <Icon name="back" />
      </button>
      <Avatar id={shopper.id} name={avatarName(shopper)} />
      <div class="thread-head__who">
        <div class="thread-head__line">
          <h2>{name}</h2>
          {conversation.mood && <Mood mood={conversation.mood} showsNumber />}
        </div>
        <div class="thread-head__line">
          <FloorTag conversation={conversation} />
          <AbsenceTag conversation={conversation} />
          <Viewers open={open} />
        </div>
      </div>
      <div class="thread-head__actions">
        {actions
          .filter((action) => action.place === "thread" && action.allowed(view))
          .map((action) => (
            <ActionButton key={action.name} action={action} />
          ))}
        <button
          type="button"
          class="icon-button"
          aria-label={t.thread.details}
          title={t.thread.details}
          onClick={() => details.run(desk)}
        >
          <Icon name="panel" />
        </button>
      </div>
    </header>
  );
}

function FloorTag({ conversation }: { conversation: Summary }) {
  const { settings, me } = useDesk();
  const t = settings.t.value;
  const { floor, agent, queue, closed } = conversation;
  const words = {
    bot: t.floors.bot,
    queued: t.floors.queued,
    human: agent?.id === me.id ? t.floors.mine : t.floors.human(agent?.name ?? t.speaker.agent),
    closed: closed ? `${t.floors.closed} · ${t.resolutions[closed.resolution]}` : t.floors.closed,
  }[floor];
  return (
    <span class={`floor floor--${floor}`}>
      {words}
      {floor === "queued" && queue && <WaitTime since={queue.since} />}
    </span>
  );
}

/** Colleagues who look at the same conversation now. */
function Viewers({ open }: { open: OpenConversation }) {
  const { settings, me } = useDesk();
  const t = settings.t.value;
  const others = open.thread?.live.viewers.filter((viewer) => viewer.id !== me.id) ?? [];
  if (others.length === 0) return null;
  const words = t.thread.viewers(others.map((viewer) => viewer.name).join(t.listSeparator));
  return (
    <span class="viewers" title={words}>
      <Icon name="eye" size={14} />
      <span class="viewers__names">{words}</span>
    </span>
  );
}
