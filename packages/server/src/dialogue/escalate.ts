import { cut, type HandoffReason } from "@yiwen/shared";
import { bare } from "../nlu/normalise.ts";
import { similarity } from "../nlu/similar.ts";
import type { Facts } from "./facts.ts";
import { riskOf } from "./risk.ts";
import type { DialogueState } from "./state.ts";
import type { Understood } from "./turn.ts";

/** Topics that a bot must not handle alone: authorities, law, the press, injury. */
const riskyTopics: { topic: string; when: RegExp }[] = [
  { topic: "12315", when: /(?<!\d)1231[58](?!\d)/ },
  {
    topic: "regulator",
    when: /工商(?!银行)|市场监管|市监局|消费者协会|消协|质监局|物价局|consumer protection (?:agency|bureau|association)|trading standards/i,
  },
  {
    topic: "legal",
    when: /律师|起诉|诉讼|法院|报警(?!器|声|灯|吗)|法律途径|仲裁|\b(?:lawyer|attorney|lawsuit|sue you|legal action|small claims)\b|\bcall the police\b/i,
  },
  {
    topic: "media",
    when: /曝光(?!度|时间|补偿|灯)|(?<![自多流])媒体|记者|电视台|发(?:到)?(?:微博|抖音|小红书)|\b(?:go to the press|newspaper|post this on (?:twitter|x|tiktok|reddit))\b/i,
  },
  {
    // What is felt or seen on one's own body; whether something may cause it is a question about the goods.
    topic: "injury",
    when: /(?<!会(?:不会)?.{0,6}|[防祛怕]|容易)(?:起(?:了|满|一片|好多)?红?疹|红疹|荨麻疹|烂脸|(?:脸|皮肤|嘴唇?|眼睛?|身上)(?:都|又|也|全|上|还|已经)*(?:红肿|肿了|肿起来|刺痛|烂了|灼[伤痛])|呼吸困难|喘不上气)|\b(?:hives|(?:got|have|having|gave me|with) an? (?:bad |red |terrible )?rash|(?:face|lips|eyes?|skin|throat) (?:is |are |has |got |have )?(?:all )?(?:swollen|swelled|swelling)|can'?t breathe)\b/i,
  },
  {
    topic: "injury",
    when: /中毒|拉肚子|过敏了|受伤|烫伤|烧伤|触电|爆炸|起火|着火|冒烟|进了?医院|\b(?:injur(?:ed|y)|food poisoning|poisoned|electric shock|caught fire|exploded|allergic reaction|(?:went|taken) to (?:the )?hospital|burn(?:ed|t) (?:my|me))\b/i,
  },
];

/** Small talk may be said as often as one likes. */
export const notQuestions: ReadonlySet<string> = new Set([
  "greeting",
  "thanks",
  "bye",
  "acknowledge",
  "praise",
  "whoAreYou",
]);

const keptQuestions = 5;
const keptLength = 40;
/** Share of letter pairs from which two questions are the same. */
const sameFrom = 0.75;

/** Why this message must go to a human; empty when the bot may answer. `weak` says that nothing in reach answers it. */
export function escalate(
  said: { text: string; understood: Understood; weak: boolean },
  dialogue: DialogueState,
  facts: Facts,
): HandoffReason[] {
  const { handoff, confidence } = facts.shop.settings;
  const { text, understood, weak } = said;
  const reasons: HandoffReason[] = [];
  if (understood.intent === "human" && understood.confidence >= confidence.act)
    reasons.push({ code: "asked_for_human" });
  const risky = riskyTopics.find(({ when }) => when.test(text));
  if (risky) reasons.push({ code: "risky_topic", topic: risky.topic });
  if (understood.trend <= handoff.sentimentBelow && understood.sentiment.score < 0) {
    reasons.push({ code: "sentiment", trend: understood.trend, threshold: handoff.sentimentBelow });
  }
  const times = timesAsked(said, dialogue);
  if (times >= handoff.repeats) {
    reasons.push({ code: "repeated_question", times, text: cut(text, 200) });
  }
  if (weak && !isOffTopic(understood, facts) && dialogue.fallbacks + 1 >= handoff.fallbacks) {
    reasons.push({ code: "fallbacks", count: dialogue.fallbacks + 1 });
  }
  if (weak && understood.confidence < confidence.offer && dialogue.lowConfidence + 1 >= handoff.lowConfidence) {
    reasons.push({ code: "low_confidence", count: dialogue.lowConfidence + 1, threshold: confidence.offer });
  }
  // Where a plain rule has decided already the guess adds nothing.
  if (reasons.length > 0) return reasons;
  const { score, factors } = riskOf(said, dialogue);
  if (score >= handoff.riskFrom) reasons.push({ code: "foreseen", score, threshold: handoff.riskFrom, factors });
  return reasons;
}

/** Surely about nothing that a shop is asked: no human of the shop need answer it. */
export function isOffTopic({ intent, confidence }: Understood, facts: Facts): boolean {
  return intent === "other" && confidence >= facts.shop.settings.confidence.act;
}

function timesAsked({ text, understood }: { text: string; understood: Understood }, dialogue: DialogueState): number {
  const asked = questionOf(text, understood);
  if (asked === undefined) return 1;
  return 1 + (dialogue.questions.find(({ text: known }) => isSame(known, asked))?.times ?? 0);
}

/** The last questions with this one counted in. */
export function rememberQuestion(
  questions: DialogueState["questions"],
  { text, understood }: { text: string; understood: Understood },
): DialogueState["questions"] {
  const asked = questionOf(text, understood);
  if (asked === undefined) return questions;
  const known = questions.find((question) => isSame(question.text, asked));
  const others = questions.filter((question) => question !== known);
  return [...others, { text: asked, times: (known?.times ?? 0) + 1 }].slice(-keptQuestions);
}

/** Words that make a question no other. */
const politeness = /请问|你好|您好|麻烦|一下|我想问|想问|亲|please|hello|^hi|[吗呢啊呀吧哦么]$/g;

/** What makes a question the same: its bare words. Undefined for small talk and for bare names and numbers. */
function questionOf(text: string, { intent }: Understood): string | undefined {
  if (notQuestions.has(intent)) return undefined;
  const words = questionWords(text);
  return words.length < 2 ? undefined : words;
}

/** A question's bare words, without those that make it no other. */
export function questionWords(text: string): string {
  return cut(bare(text).replace(politeness, ""), keptLength);
}

/** Whether two messages ask the same in nearly the same words. */
export function isAlike(a: string, b: string): boolean {
  return isSame(questionWords(a), questionWords(b));
}

/** A size or a number makes another question of the same words, so these must agree. */
function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  const marks = (text: string) => text.match(/[a-z\d]+/g)?.join(" ") ?? "";
  if (/\p{Script=Han}/u.test(a + b) && marks(a) !== marks(b)) return false;
  return similarity(a, b) >= sameFrom;
}
