import type { Behaviour } from "@yiwen/shared";
import { behaviourText } from "../format/behaviours.ts";
import { formatAgo, formatMoment } from "../format/time.ts";
import type { OpenConversation } from "../thread/conversation-of.ts";
import { useDesk } from "./desk-context.ts";
import { Icon, type IconName } from "./icon.tsx";
import { Section } from "./section.tsx";

const icons: Record<Behaviour["type"], IconName> = {
  page: "eye",
  product: "bag",
  addToCart: "check",
  share: "forward",
  stay: "clock",
};

/** What the shopper did in the shop before and while they asked; nothing where the shop doesn't tell. */
export function SideBehaviours({ open }: { open: OpenConversation }) {
  const { cards, now, settings } = useDesk();
  const t = settings.t.value;
  const locale = settings.locale.value;
  const behaviours = open.thread?.shopper.behaviours ?? [];
  if (behaviours.length === 0) return null;
  const { products } = cards.value;
  return (
    <Section title={t.side.behaviours} aside={t.side.latest(behaviours.length)}>
      <ol class="behaviours">
        {behaviours.map((one) => (
          <li key={one.id} class="behaviour">
            <Icon name={icons[one.type]} size={14} />
            <span class="behaviour__text">{behaviourText(one, products, t)}</span>
            <time
              class="behaviour__time number"
              dateTime={new Date(one.at).toISOString()}
              title={formatMoment(one.at, locale)}
            >
              {formatAgo(one.at, now.value, locale, t)}
            </time>
          </li>
        ))}
      </ol>
    </Section>
  );
}
