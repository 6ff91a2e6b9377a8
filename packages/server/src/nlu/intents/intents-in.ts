import type { Guess } from "@yiwen/shared";
import { loadLines } from "../load-data.ts";
import { normalise } from "../normalise.ts";
import { type Classifier, classify, type LabelledText, trainClassifier } from "./classifier.ts";
import { askFor, type Intent, intents } from "./registry.ts";
import { refusesHuman, ruleFor } from "./rules.ts";

const ruleConfidence = 0.97;

/** What an intent's sentences are: its data file and the question that stands for it in choices. */
export function sentencesOf(intent: Intent): string[] {
  return [...loadLines(`intents/${intent}.txt`), askFor(intent, "zh"), askFor(intent, "en")];
}

/** A classifier of our intents from sentences; tests train one on a part and measure it on the rest. */
export function trainIntents(examples: LabelledText[]): Classifier {
  return trainClassifier(examples, { labels: intents });
}

const shipped = trainIntents(intents.flatMap((intent) => sentencesOf(intent).map((text) => ({ text, label: intent }))));

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
  const rest = plain.replace(greetingBefore, "");
  const all = byClause(classify(shipped, rest.length > 1 ? rest : plain), rest);
  const guesses = refusesHuman(plain) ? all.filter(({ intent }) => intent !== "human") : all;
  if (!sure) return guesses;
  return [{ intent: sure, confidence: ruleConfidence }, ...guesses.filter(({ intent }) => intent !== sure)];
}

/** A long message often says one thing it wants and much around it: its clearest clause is asked then. */
function byClause(whole: Guess[], text: string): Guess[] {
  if (whole[0]!.confidence >= sureFrom) return whole;
  const clauses = text.split(betweenClauses).filter((clause) => clause.trim().length >= leastClause);
  if (clauses.length < 2) return whole;
  const best = clauses
    .slice(0, 8)
    .map((clause) => classify(shipped, clause))
    .filter(([top]) => !chat.has(top!.intent))
    .sort(([a], [b]) => b!.confidence - a!.confidence)[0];
  if (!best || best[0]!.confidence * clauseTrust <= whole[0]!.confidence) return whole;
  return best.map(({ intent, confidence }) => ({ intent, confidence: confidence * clauseTrust }));
}
