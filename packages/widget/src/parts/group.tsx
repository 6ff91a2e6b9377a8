import type { Cards } from "@yiwen/shared";
import { useLanguage } from "../i18n/context.ts";
import { errorText } from "../i18n/error-text.ts";
import { formatTime } from "../i18n/format.ts";
import type { GroupItem, MessageItem } from "../thread/items.ts";
import { Avatar } from "./avatar.tsx";
import { Bubble } from "./bubble.tsx";
import { Icon, type IconName } from "./icon.tsx";

type Props = {
  group: GroupItem;
  cards: Cards;
  /** The message under which its state is told. */
  stated?: string;
  isOnline: boolean;
};

/** Words of one speaker within a minute: one face, one name, one time. */
export function Group({ group, cards, stated, isOnline }: Props) {
  const { locale, strings } = useLanguage();
  const { from, messages } = group;
  const name =
    from === "shopper" ? strings.you : (group.name ?? (from === "bot" ? strings.assistant : strings.agentRole));
  const last = messages.at(-1);
  const time = <time dateTime={new Date(group.at).toISOString()}>{formatTime(group.at, locale)}</time>;
  return (
    <div class={`group from-${from}`}>
      {from !== "shopper" && <Avatar from={from} name={group.name} />}
      <div class="group-body">
        <span class="hidden">{name}</span>
        {messages.map((message) => (
          <Bubble key={message.key} message={message} from={from} cards={cards} />
        ))}
        <div class="meta">
          {from !== "shopper" && <span aria-hidden="true">{name} · </span>}
          {time}
          {last && last.key === stated && <MessageState {...last} isOnline={isOnline} />}
        </div>
      </div>
    </div>
  );
}

const icons: Record<MessageItem["state"], IconName> = {
  sending: "clock",
  sent: "check",
  read: "read",
  failed: "alert",
};

function MessageState({ state, error, isOnline }: Pick<MessageItem, "state" | "error"> & { isOnline: boolean }) {
  const { strings } = useLanguage();
  const { message } = strings;
  if (state === "failed") return null;
  return (
    <span class={`state is-${state}`}>
      {" · "}
      <Icon name={icons[state]} />
      {state === "sending" && !isOnline ? message.waiting : error ? errorText(strings, error.code) : message[state]}
    </span>
  );
}
