import type { EventData, WireEvent } from "@yiwen/shared";
import { topicName } from "../format/reasons.ts";
import { formatPercent, formatScore } from "../format/score.ts";
import type { Texts } from "../i18n/index.ts";
import type { Insight } from "../thread/items.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";

/** What the bot made of a message: one line, opened for the rest. */
export function InsightLine({ insight }: { insight: Insight }) {
  return (
    <div class="insight-row">
      <InsightDetails insight={insight} />
      {insight.understood && <CorrectButton insight={insight} understood={insight.understood} />}
    </div>
  );
}

/** What an agent said that it was, and the way to say so; beside the line, since a line that opens can hold no button. */
function CorrectButton({ insight, understood }: { insight: Insight; understood: EventData["message.understood"] }) {
  const { settings, dialog, correcting, conversation } = useDesk();
  const t = settings.t.value;
  const { corrected } = insight;
  const open = () => {
    const { messageId, intent, confidence, alternatives } = understood;
    const text = wordsOf(conversation.value?.thread?.view.events ?? [], messageId);
    correcting.value = { messageId, text, guesses: [{ intent, confidence }, ...alternatives] };
    dialog.value = "correct";
  };
  return (
    <>
      {corrected && (
        <span class="insight__corrected">
          <Icon name="check" size={12} />
          {t.correct.as(topicName(corrected.intent, t), corrected.by.name ?? t.speaker.agent)}
        </span>
      )}
      <button
        type="button"
        class="insight__correct"
        aria-label={t.correct.label(topicName(understood.intent, t))}
        onClick={open}
      >
        {t.correct.action}
      </button>
    </>
  );
}

function wordsOf(events: WireEvent[], messageId: string): string {
  const sent = events.find((event) => event.type === "message.sent" && event.data.id === messageId);
  return sent?.type === "message.sent" && sent.data.content.kind === "text" ? sent.data.content.text : "";
}

function InsightDetails({ insight }: { insight: Insight }) {
  const { settings } = useDesk();
  const t = settings.t.value;
  const { understood, steps, asked } = insight;
  return (
    <details class="insight" open={settings.showsInsights.value}>
      <summary>
        <Icon name="spark" size={13} />
        <span class="visually-hidden">{t.insight.label}</span>
        {understood && <Understood understood={understood} t={t} />}
        {steps.map((step) => (
          <span key={`${step.skill}.${step.outcome}`} class={`insight__part insight__part--${step.outcome}`}>
            {topicName(step.skill, t)} · {t.outcomes[step.outcome]}
          </span>
        ))}
        {understood?.rewritten && <span class="insight__part insight__rewritten">“{understood.rewritten}”</span>}
      </summary>
      <dl class="facts">
        {understood && <UnderstoodFacts understood={understood} t={t} />}
        {steps.map((step) => (
          <Fact key={`${step.skill}.${step.outcome}`} name={t.insight.step}>
            {topicName(step.skill, t)} · {t.outcomes[step.outcome]} <code>{step.skill}</code>
          </Fact>
        ))}
        {asked.map((one) => (
          <Asked key={`${one.task}.${one.outcome}.${one.ms}`} asked={one} t={t} />
        ))}
      </dl>
    </details>
  );
}

/** What the language model was asked, and what became of it. */
function Asked({ asked, t }: { asked: EventData["model.asked"]; t: Texts }) {
  const { task, outcome, model, tools, claims, inputTokens, outputTokens, ms } = asked;
  return (
    <>
      <Fact name={t.model.asked}>
        {t.modelTasks[task]} · {t.modelOutcomes[outcome]} · {t.model.seconds((ms / 1000).toFixed(1))} ·{" "}
        {t.model.tokens(inputTokens, outputTokens)} <code>{model}</code>
      </Fact>
      {tools.length > 0 && <Fact name={t.model.tools}>{tools.join(t.listSeparator)}</Fact>}
      {claims.length > 0 && <Fact name={t.model.claims}>{claims.join(t.listSeparator)}</Fact>}
    </>
  );
}

type UnderstoodProps = { understood: EventData["message.understood"]; t: Texts };

function Understood({ understood, t }: UnderstoodProps) {
  const { intent, confidence, sentiment, trend } = understood;
  return (
    <>
      <span class="insight__part">
        {topicName(intent, t)} <b class="number">{formatPercent(confidence)}</b>
      </span>
      <span class={`insight__part mood--${sentiment.label}`}>
        {t.moods[sentiment.label]} <b class="number">{formatScore(sentiment.score)}</b>
      </span>
      <span class="insight__part">
        {t.insight.trend} <b class="number">{formatScore(trend)}</b>
      </span>
    </>
  );
}

function UnderstoodFacts({ understood, t }: UnderstoodProps) {
  const { intent, confidence, alternatives, entities, rewritten, sentiment, trend } = understood;
  return (
    <>
      <Fact name={t.insight.confidence}>
        {topicName(intent, t)} {formatPercent(confidence)} <code>{intent}</code>
      </Fact>
      {alternatives.length > 0 && (
        <Fact name={t.insight.alternatives}>
          {alternatives
            .map((one) => `${topicName(one.intent, t)} ${formatPercent(one.confidence)}`)
            .join(t.listSeparator)}
        </Fact>
      )}
      {rewritten && <Fact name={t.insight.rewritten}>{rewritten}</Fact>}
      {entities.length > 0 && (
        <Fact name={t.insight.entities}>
          {entities.map((one) => `${topicName(one.kind, t)} ${one.value}`).join(t.listSeparator)}
        </Fact>
      )}
      <Fact name={t.insight.mood}>
        {t.moods[sentiment.label]} {formatScore(sentiment.score)} · {t.insight.trend} {formatScore(trend)}
      </Fact>
    </>
  );
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
