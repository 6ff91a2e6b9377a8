import type { Guess } from "@yiwen/shared";
import { loadBytes } from "../load-data.ts";
import { normalise, readable } from "../normalise.ts";
import { assess } from "./classifier.ts";
import { refusesHuman, ruleFor } from "./rules.ts";
import { unpackWeights } from "./weights.ts";

const ruleConfidence = 0.97;

/** From this share of known features on a guess is trusted; below, as much less as less is known. */
const knownEnough = 0.65;

const shipped = unpackWeights(loadBytes("weights/intents.bin")).classifier;

const greetingBefore = /^(?:(?:你好|您好|亲|哈喽|嗨|在吗|在不|请问|hello|hi|hey)(?:啊|呀|哦)?[\s,，。.!！~～?？、]*)+/;
const betweenClauses =
  /[,，。;；!！?？~～\n]+|\.\s|(?<=\p{Script=Han})\s(?=\p{Script=Han})|(?=顺便|另外|还有就是|以及|同时)|\b(?:and also|also|by the way|btw|plus)\b|\band (?=(?:can|could|do|how|what|when|where|is|will|please)\b)/u;
const leastClause = 3;
const mostClauses = 8;
/** A clause by itself is weaker evidence than a whole message. */
const clauseTrust = 0.9;
const sureFrom = 0.7;
const chat = new Set<string>(["greeting", "thanks", "bye", "acknowledge", "praise", "whoAreYou", "other"]);

/**
 * What a message means, best first: each intent with how likely it is that the message has it. Most have one; of a
 * message that says two things both stand near the top. The one door to whatever model stands behind.
 */
export function intentsIn(text: string): Guess[] {
  const plain = normalise(readable(text));
  const asked = plain.replace(greetingBefore, "");
  const all = withClauses(guess(asked.length > 1 ? asked : plain), asked);
  const guesses = refusesHuman(plain) ? all.filter(({ intent }) => intent !== "human") : all;
  const sure = ruleFor(plain);
  if (!sure) return guesses;
  const clauses = new Set(clausesIn(asked).map((clause) => topOf(clause).intent));
  const others = guesses.filter(({ intent }) => intent !== sure);
  const share = (1 - ruleConfidence) / others.reduce((sum, { confidence }) => sum + confidence, 1e-9);
  const rest = others.map(({ intent, confidence }) => ({
    intent,
    confidence: clauses.has(intent) && !chat.has(intent) ? Math.min(confidence, sureFrom) : confidence * share,
  }));
  return [{ intent: sure, confidence: ruleConfidence }, ...rest.sort((a, b) => b.confidence - a.confidence)];
}

/** Words never seen in training are a reason to doubt, whatever the known rest says. */
function guess(text: string): Guess[] {
  const { guesses, known } = assess(shipped, text);
  const trust = Math.min(1, known / knownEnough);
  return trust === 1 ? guesses : guesses.map(({ intent, confidence }) => ({ intent, confidence: confidence * trust }));
}

function topOf(clause: string): Guess {
  return guess(clause)[0]!;
}

function clausesIn(text: string): string[] {
  const clauses = text.split(betweenClauses).filter((clause) => clause.trim().length >= leastClause);
  return clauses.length > 1 ? clauses.slice(0, mostClauses) : [];
}

/** A long message often says one thing it wants and much around it, or two things: what its clauses clearly say counts. */
function withClauses(whole: Guess[], text: string): Guess[] {
  const said = new Map<string, number>();
  const tops = clausesIn(text).map((clause) => guess(clause));
  for (const [top] of tops) {
    if (chat.has(top!.intent)) continue;
    said.set(top!.intent, Math.max(said.get(top!.intent) ?? 0, top!.confidence * clauseTrust));
  }
  const best = tops.filter(([top]) => said.has(top!.intent)).sort(([a], [b]) => b!.confidence - a!.confidence)[0];
  const isClear =
    whole[0]!.confidence >= sureFrom || !best || best[0]!.confidence * clauseTrust <= whole[0]!.confidence;
  const base = isClear
    ? whole
    : best.map(({ intent, confidence }) => ({ intent, confidence: confidence * clauseTrust }));
  const merged = base.map(({ intent, confidence }, place) => {
    const clause = said.get(intent) ?? 0;
    // What another clause clearly says comes up to the first, never over it.
    const raised = clause >= sureFrom * clauseTrust && place > 0 ? Math.min(clause, base[0]!.confidence) : 0;
    return { intent, confidence: Math.max(confidence, raised) };
  });
  return merged.sort((a, b) => b.confidence - a.confidence);
}
