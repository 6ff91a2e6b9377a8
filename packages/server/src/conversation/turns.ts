import type { Language } from "@yiwen/shared";
import { type DialogueState, initialDialogue } from "../dialogue/state.ts";
import { step } from "../dialogue/step.ts";
import type { DialogueInput, Step, Turn } from "../dialogue/turn.ts";
import { type Ask, accept, bot, type Decision, type Draft, type EffectDraft } from "./decision.ts";
import { requestHandoff } from "./handoff.ts";

/** Lets the bot take its turn on an input; `before` are the events that led to it. */
export function botTurn(ask: Ask, input: DialogueInput, before: Draft[] = [], granted: string[] = []): Decision {
  const dialogue = dialogueOf(ask, granted);
  const language = before.find((draft) => draft.type === "message.understood")?.data.language ?? languageFor(ask);
  return performed(ask, step(dialogue, input, ask.facts), before, language);
}

/** The dialogue's state, or its beginning. */
export function dialogueOf({ state }: Ask, granted: string[] = []): DialogueState {
  return state.dialogue ?? initialDialogue({ locale: state.views.agents.locale, granted });
}

/** The language of the conversation so far: of the last message, or of the page. */
export function languageFor(ask: Ask): Language {
  return ask.state.language ?? (ask.state.views.agents.locale === "en" ? "en" : "zh");
}

function performed(ask: Ask, { dialogue, skill, outcome, turns }: Step, before: Draft[], language: Language): Decision {
  const stepped: Draft = { type: "dialogue.stepped", data: { skill, outcome, dialogue }, by: bot };
  const drafts: Draft[] = [...before, stepped];
  const effects: EffectDraft[] = [];
  turns.forEach((turn, index) => {
    const done = perform(ask, turn, index, language);
    drafts.push(...done.drafts);
    effects.push(...done.effects);
  });
  return accept(drafts, effects);
}

type Performed = { drafts: Draft[]; effects: EffectDraft[] };

function perform(ask: Ask, turn: Turn, index: number, language: Language): Performed {
  switch (turn.do) {
    case "say": {
      const { content, sources } = turn;
      const data = { id: `${ask.id}.b${index}`, content, ...(sources?.length && { sources }) };
      return { drafts: [{ type: "message.sent", data, by: bot }], effects: [] };
    }
    case "grantCoupon": {
      const coupon = ask.facts.shop.settings.coupons.find(({ id }) => id === turn.couponId);
      if (!coupon) return { drafts: [], effects: [] };
      const label = coupon.label[language === "en" ? "en" : "zh-CN"];
      return {
        drafts: [{ type: "coupon.granted", data: { couponId: coupon.id, code: coupon.code, label }, by: bot }],
        effects: [],
      };
    }
    case "lookUp":
      return {
        drafts: [],
        effects: [
          {
            id: `${ask.state.id}.${ask.id}.e${index}`,
            kind: "lookUpOrders",
            purpose: "lookUp",
            input: turn.lookUp,
            inMs: 0,
          },
        ],
      };
    case "askModel": {
      const { id } = ask.state;
      const input = { ...turn.work, messageId: turn.work.messageId ?? ask.id };
      return {
        drafts: [],
        effects: [{ id: `${id}.${ask.id}.e${index}`, kind: "askModel", purpose: "draft", input, inMs: 0 }],
      };
    }
    case "recall": {
      const { id } = ask.state;
      const { text, work } = turn.recall;
      const input = { text, work: { ...work, messageId: work.messageId ?? ask.id } };
      return {
        drafts: [],
        effects: [{ id: `${id}.${ask.id}.e${index}`, kind: "recallPassages", purpose: "recall", input, inMs: 0 }],
      };
    }
    case "handOver":
      return requestHandoff(ask, turn.reasons, language);
  }
}
