import type { Language, Sentiment } from "@yiwen/shared";
import { type Seen, seenIn } from "./features.ts";
import {
  allSigns,
  blankModel,
  classes,
  type FeelingModel,
  type FeltText,
  feelings,
  polarityOf,
  probabilitiesOf,
} from "./model.ts";

/** A message to learn from. */
export type FeltExample = FeltText & { language: Language };

/** A review, which is for or against. */
export type Review = { text: string; label: Exclude<Sentiment["label"], "neutral"> };

/** Trains on reviews and service talk by AdaGrad in one fixed order: the same texts always give the same model. */
export function trainSentiment(messages: FeltExample[], reviews: Review[] = []): FeelingModel {
  return trainFeelings(trainPolarity(reviews), messages);
}

const polarityEpochs = 5;

/** The weights of good and bad, learnt from reviews. */
export function trainPolarity(reviews: Review[]): Float32Array {
  const model = blankModel();
  const squares = new Float32Array(model.polarity.length).fill(0.1);
  const weigh = weightsByTopic(reviews);
  const seen = shuffled(
    reviews.map((review) => ({
      ...seenIn(review.text, "zh"),
      is: review.label === "positive" ? 1 : 0,
      weight: weigh(review),
    })),
  );
  for (let epoch = 0; epoch < polarityEpochs; epoch++) {
    for (const one of seen) {
      const error = 1 / (1 + Math.exp(-polarityOf(model, one))) - one.is;
      const slope = (error * one.weight) / Math.sqrt(one.runs.length || 1);
      for (const place of one.runs) descend(model.polarity, squares, { i: place, slope, rate: 0.5, decay: 1e-6 });
    }
  }
  return model.polarity;
}

const topics = [
  /书|作者|读|翻译|故事/,
  /酒店|房间|入住|前台|宾馆|早餐/,
  /电脑|笔记本|屏幕|系统|驱动|键盘|机器|散热|本本/,
];
const heaviest = 4;

/** Praise and blame of a topic count the same, so that what was mostly blamed doesn't make its words bad. */
function weightsByTopic(reviews: Review[]): (review: Review) => number {
  const keyOf = (review: Review, label: string) => `${topics.findIndex((topic) => topic.test(review.text))} ${label}`;
  const counts = new Map<string, number>();
  for (const review of reviews) {
    const key = keyOf(review, review.label);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (review) => {
    const [good, bad] = [counts.get(keyOf(review, "positive")) ?? 0, counts.get(keyOf(review, "negative")) ?? 0];
    return Math.min(heaviest, (good + bad) / 2 / counts.get(keyOf(review, review.label))!);
  };
}

const feelingEpochs = 12;
/** Share of the visits in which only the signs are learnt, so that they stand on their own in words never seen. */
const wordless = 0.5;

/** A model of three feelings that takes good and bad as they were learnt. */
export function trainFeelings(polarity: Float32Array, messages: FeltExample[]): FeelingModel {
  const model = { ...blankModel(), polarity };
  const squares = {
    words: new Float32Array(model.feelings.length).fill(0.1),
    signs: new Float32Array(model.signs.length).fill(1),
  };
  const examples = shuffled(
    messages.map(({ text, language, label }) => {
      const seen = seenIn(text, language);
      return {
        at: seen.at,
        signs: allSigns(model, seen),
        label: feelings.indexOf(label),
      };
    }),
  );
  const random = randomFrom(7);
  for (let epoch = 0; epoch < feelingEpochs; epoch++) {
    for (const { at, signs, label } of examples) {
      const places = random() < wordless ? [] : at;
      const errors = probabilitiesOf(model, places, signs);
      errors[label]! -= 1;
      learn({ model, squares }, { at: places, signs, errors });
    }
  }
  return model;
}

function learn(
  { model, squares }: { model: FeelingModel; squares: { words: Float32Array; signs: Float32Array } },
  { at, signs, errors }: Pick<Seen, "at" | "signs"> & { errors: number[] },
): void {
  const share = 1 / Math.sqrt(at.length || 1);
  for (let c = 0; c < classes; c++) {
    for (const place of at) {
      descend(model.feelings, squares.words, {
        i: place * classes + c,
        slope: errors[c]! * share,
        rate: 0.4,
        decay: 1e-5,
      });
    }
    signs.forEach((sign, at) => {
      if (sign !== 0)
        descend(model.signs, squares.signs, {
          i: at * classes + c,
          slope: errors[c]! * sign,
          rate: 0.2,
          decay: 0,
        });
    });
  }
}

function descend(
  weights: Float32Array,
  squares: Float32Array,
  { i, slope, rate, decay }: { i: number; slope: number; rate: number; decay: number },
): void {
  const whole = slope + decay * weights[i]!;
  squares[i]! += whole * whole;
  weights[i]! -= (rate * whole) / Math.sqrt(squares[i]!);
}

/** In an order that has nothing to do with the labels, the same every time. */
function shuffled<T>(list: T[]): T[] {
  const mixed = [...list];
  const random = randomFrom(1);
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
