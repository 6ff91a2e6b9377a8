import { formatScore } from "../format/score.ts";
import type { OpenConversation } from "../thread/conversation-of.ts";
import { moodPath, moodPoints } from "../thread/mood.ts";
import { useDesk } from "./desk-context.ts";
import { Section } from "./section.tsx";

const width = 272;
const height = 56;

/** How the shopper's mood went: a dot for each message, a line for the trend. */
export function SideMood({ open }: { open: OpenConversation }) {
  const t = useDesk().settings.t.value;
  const points = moodPoints(open.thread?.view.events ?? []);
  const latest = points.at(-1);
  if (!latest) {
    return (
      <Section title={t.side.mood}>
        <p class="quiet">{t.side.noMood}</p>
      </Section>
    );
  }
  const words = t.side.moodSpan(points.length, formatScore(latest.trend));
  const step = points.length > 1 ? width / (points.length - 1) : 0;
  return (
    <Section title={t.side.mood} aside={words}>
      <svg
        class={`sparkline${latest.trend < 0 ? " sparkline--low" : ""}`}
        viewBox={`-4 -4 ${width + 8} ${height + 8}`}
        role="img"
        aria-label={`${t.side.mood}: ${words}`}
      >
        <line class="sparkline__zero" x1="0" x2={width} y1={height / 2} y2={height / 2} />
        <path
          class="sparkline__line"
          d={moodPath(
            points.map((point) => point.trend),
            width,
            height,
          )}
        />
        {points.map((point, index) => (
          <circle
            key={point.at}
            class={point.score < -0.2 ? "sparkline__dot sparkline__dot--low" : "sparkline__dot"}
            cx={index * step}
            cy={((1 - point.score) / 2) * height}
            r="2.5"
          />
        ))}
      </svg>
    </Section>
  );
}
