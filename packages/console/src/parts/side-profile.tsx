import { shopperName } from "../format/names.ts";
import { formatMoment } from "../format/time.ts";
import type { OpenConversation } from "../thread/conversation-of.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";
import { Section } from "./section.tsx";

/** Who the shopper is and where they come from. */
export function SideProfile({ open }: { open: OpenConversation }) {
  const { settings } = useDesk();
  const t = settings.t.value;
  const { conversation, shopper } = open.row;
  const profile = open.thread?.shopper;
  const events = open.thread?.view.events ?? [];
  const page = events.flatMap((e) =>
    (e.type === "conversation.opened" || e.type === "conversation.consulted") && e.data.page ? [e.data.page] : [],
  );
  const from = page.at(-1);
  const coupons = events.filter((e) => e.type === "coupon.granted");
  const facts: [string, string | number | undefined][] = [
    [t.side.externalId, profile?.externalId],
    [t.side.firstSeen, profile && formatMoment(profile.firstSeenAt, settings.locale.value)],
    [t.side.conversations, profile?.conversations],
    [t.side.channel, t.side.channels[conversation.channel]],
    [t.side.language, t.side.locales[conversation.locale]],
    [t.side.coupons, coupons.map((e) => `${e.data.label} · ${e.data.code}`).join(t.listSeparator) || undefined],
    [t.side.rating, conversation.rating && `${conversation.rating.score} / 5`],
  ];
  return (
    <Section title={t.side.shopper}>
      <p class="profile-name">
        {shopperName(shopper, t)}
        <span class={`tag${shopper.verified ? " tag--success" : ""}`}>
          {shopper.verified && <Icon name="shield" size={13} />}
          {shopper.verified ? t.side.verified : t.side.anonymous}
        </span>
      </p>
      <dl class="facts">
        {facts.map(
          ([name, value]) =>
            value !== undefined && (
              <div key={name} class="fact">
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        {from && (
          <div class="fact">
            <dt>{t.side.page}</dt>
            <dd>
              <PageLink url={from.url} title={from.title} />
            </dd>
          </div>
        )}
      </dl>
    </Section>
  );
}

/** A shopper's browser names the page, so anything but a web address stays plain text. */
function PageLink({ url, title }: { url: string; title?: string | undefined }) {
  if (!/^https?:\/\//i.test(url)) return <>{title ?? url}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {title ?? url}
    </a>
  );
}
