import type { HandoffReason } from "@yiwen/shared";
import { reasonDetail } from "../format/reasons.ts";
import { formatPercent, formatScore } from "../format/score.ts";
import type { Texts } from "../i18n/index.ts";
import { useDesk } from "./desk-context.ts";

/** Why it went to a human, as chips with their number; `most` folds the others into a count. */
export function ReasonChips({ reasons, most = 9 }: { reasons: HandoffReason[]; most?: number }) {
  const t = useDesk().settings.t.value;
  const rest = reasons.length - most;
  return (
    <span class="chips">
      {reasons.slice(0, most).map((reason) => (
        <span key={reason.code} class={`chip chip--${toneOf(reason)}`} title={reasonDetail(reason, t)}>
          {t.reasons[reason.code]}
          <ChipNumber reason={reason} t={t} />
        </span>
      ))}
      {rest > 0 && (
        <span class="chip" title={t.inbox.moreReasons(rest)}>
          +{rest}
        </span>
      )}
    </span>
  );
}

function ChipNumber({ reason, t }: { reason: HandoffReason; t: Texts }) {
  const number = numberOf(reason, t);
  return number === undefined ? null : <b class="number">{number}</b>;
}

function numberOf(reason: HandoffReason, t: Texts): string | undefined {
  switch (reason.code) {
    case "sentiment":
      return formatScore(reason.trend);
    case "repeated_question":
      return `×${reason.times}`;
    case "fallbacks":
      return `×${reason.count}`;
    case "foreseen":
      return formatPercent(reason.score);
    case "low_confidence":
      return `<${formatPercent(reason.threshold)}`;
    case "agent_silent":
      return t.time.minutes(reason.minutes);
    default:
      return undefined;
  }
}

function toneOf(reason: HandoffReason): "danger" | "warning" | "accent" {
  if (reason.code === "sentiment" || reason.code === "risky_topic") return "danger";
  return reason.code === "asked_for_human" ? "accent" : "warning";
}
