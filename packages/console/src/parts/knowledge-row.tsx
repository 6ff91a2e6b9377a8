import { formatDate, formatMoment } from "../format/time.ts";
import type { KnownDocument } from "../platform/knowledge.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";

/** One document: what it is, how much of it there is, how old it is, and the way to forget it. */
export function KnowledgeRow({ known }: { known: KnownDocument }) {
  const { dialog, knowledge, settings } = useDesk();
  const t = settings.t.value.knowledge;
  const name = documentName(known);
  const forget = () => {
    knowledge.forgetting.value = known;
    dialog.value = "forget";
  };
  return (
    <li class="document">
      <span class="document__icon">
        <Icon name={known.source === "answer" ? "quote" : "file"} />
      </span>
      <div class="document__words">
        <p class="document__name">{name}</p>
        {known.title !== name && <p class="document__title quiet">{known.title}</p>}
      </div>
      <span class={`tag${known.source === "answer" ? " tag--accent" : ""}`}>{t.sources[known.source]}</span>
      <span class="document__passages quiet number">{t.passages(known.passages)}</span>
      <Age known={known} />
      <button
        type="button"
        class="icon-button document__forget"
        aria-label={t.forgetOne(name)}
        title={t.forget}
        onClick={forget}
      >
        <Icon name="trash" />
      </button>
    </li>
  );
}

/** When it was taken in or last changed, and how far back the oldest line of it goes. */
function Age({ known: { updatedAt, oldestAt } }: { known: KnownDocument }) {
  const { settings, now } = useDesk();
  const { knowledge: t } = settings.t.value;
  const locale = settings.locale.value;
  if (updatedAt === undefined) return <span class="document__age quiet">{t.undated}</span>;
  const oldest = oldestAt === undefined ? undefined : formatDate(oldestAt, now.value, locale);
  return (
    <span class="document__age quiet number">
      <time dateTime={new Date(updatedAt).toISOString()} title={formatMoment(updatedAt, locale)}>
        {t.updated(ageOf(now.value - updatedAt, locale))}
      </time>
      {oldest && oldest !== formatDate(updatedAt, now.value, locale) && <span>{t.oldest(oldest)}</span>}
    </span>
  );
}

const units = [
  ["year", 365],
  ["month", 30],
  ["day", 1],
] as const;

/** An age as people say it: today, 3 days ago, 2 months ago. `ms` below zero (clocks differ) is today. */
function ageOf(ms: number, locale: string): string {
  const days = Math.floor(Math.max(0, ms) / 86_400_000);
  const [unit, length] = units.find(([, least]) => days >= least) ?? units[2];
  // Six weeks are no "last month".
  const numeric = unit === "day" ? "auto" : "always";
  return new Intl.RelativeTimeFormat(locale, { numeric }).format(-Math.floor(days / length), unit);
}

/** What a document is called: its file's name, or the question of a kept answer, whose name is a number. */
export function documentName({ document, source, title }: KnownDocument): string {
  return source === "answer" && title ? title : document;
}
