import type { Sentiment } from "@yiwen/shared";
import { formatScore } from "../format/score.ts";
import { useDesk } from "./desk-context.ts";

const mouths: Record<Sentiment["label"], string> = {
  negative: "M8 16.5q4-3.500 8 0",
  neutral: "M8.500 15.500h7",
  positive: "M8 14.500q4 3.500 8 0",
};

/** How a shopper feels: a face whose mouth and colour say it, and the trend's number. */
export function Mood({ mood, showsNumber = false }: { mood: Sentiment & { trend: number }; showsNumber?: boolean }) {
  const t = useDesk().settings.t.value;
  const words = `${t.insight.mood} ${t.moods[mood.label]} ${formatScore(mood.trend)}`;
  return (
    <span class={`mood mood--${mood.label}`} title={words}>
      <svg width="16" height="16" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <circle cx="12" cy="12" r="9.500" />
        <path d={`M9 9.500v.6m6-.6v.6${mouths[mood.label]}`} />
      </svg>
      {showsNumber ? <span class="number">{formatScore(mood.trend)}</span> : null}
      <span class="visually-hidden">{words}</span>
    </span>
  );
}
