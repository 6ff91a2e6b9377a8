import type { Guess } from "@yiwen/shared";
import { loadBytes } from "../load-data.ts";
import { normalise } from "../normalise.ts";
import { assess } from "./classifier.ts";
import { refusesHuman, ruleFor } from "./rules.ts";
import { unpackWeights } from "./weights.ts";

const ruleConfidence = 0.97;

/** What is trusted of a guess at words that are all unknown. */
const trustWithout = 0.35;

const shipped = unpackWeights(loadBytes("weights/intents.bin")).classifier;

/** Words never seen in training are a reason to doubt, whatever the known rest says. */
function guess(text: string): Guess[] {
  const { guesses, known } = assess(shipped, text);
  const trust = Math.min(1, known + trustWithout);
  return trust === 1 ? guesses : guesses.map(({ intent, confidence }) => ({ intent, confidence: confidence * trust }));
}

const greetingBefore = /^(?:(?:你好|您好|亲|哈喽|嗨|在吗|在不|请问|hello|hi|hey)(?:啊|呀|哦)?[\s,，。.!！~～?？、]*)+/;
const betweenClauses = /[,，。;；!！?？~～\n]+|\.\s|\s{2,}/;
const leastClause = 3;
/** A clause by itself is weaker evidence than a whole message. */
const clauseTrust = 0.9;
const sureFrom = 0.7;
const chat = new Set<string>(["greeting", "thanks", "bye", "acknowledge", "praise", "whoAreYou", "other"]);

/** What a message means: intents with probabilities, best first. The one door to whatever model stands behind. */
export function intentsIn(text: string): Guess[] {
  const plain = normalise(text);
  const sure = ruleFor(plain);
  const asked = plain.replace(greetingBefore, "");
  const all = byClause(guess(asked.length > 1 ? asked : plain), asked);
  const guesses = refusesHuman(plain) ? all.filter(({ intent }) => intent !== "human") : all;
  if (!sure) return guesses;
  const rest = guesses.filter(({ intent }) => intent !== sure);
  const share = (1 - ruleConfidence) / rest.reduce((sum, { confidence }) => sum + confidence, 1e-9);
  return [
    { intent: sure, confidence: ruleConfidence },
    ...rest.map(({ intent, confidence }) => ({ intent, confidence: confidence * share })),
  ];
}

/** A long message often says one thing it wants and much around it: its clearest clause is asked then. */
function byClause(whole: Guess[], text: string): Guess[] {
  if (whole[0]!.confidence >= sureFrom) return whole;
  const clauses = text.split(betweenClauses).filter((clause) => clause.trim().length >= leastClause);
  if (clauses.length < 2) return whole;
  const best = clauses
    .slice(0, 8)
    .map((clause) => guess(clause))
    .filter(([top]) => !chat.has(top!.intent))
    .sort(([a], [b]) => b!.confidence - a!.confidence)[0];
  if (!best || best[0]!.confidence * clauseTrust <= whole[0]!.confidence) return whole;
  return best.map(({ intent, confidence }) => ({ intent, confidence: confidence * clauseTrust }));
}
