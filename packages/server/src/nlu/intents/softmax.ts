/** A linear model over named features: one row of class weights a feature. */
export type Model = {
  classes: number;
  /** Feature to its row, and how much it weighs (rarer is more). */
  rows: Map<string, { at: number; weight: number }>;
  weights: Float32Array;
};

export type Example = { features: string[]; label: number };

type Vector = { at: number; value: number }[];

/** A text's features as a unit vector; features never seen in training are left out. */
function vectorOf(model: Model, features: string[]): Vector {
  const vector: Vector = [];
  let square = 0;
  for (const feature of features) {
    const row = model.rows.get(feature);
    if (!row) continue;
    vector.push({ at: row.at, value: row.weight });
    square += row.weight * row.weight;
  }
  const norm = Math.sqrt(square) || 1;
  for (const entry of vector) entry.value /= norm;
  return vector;
}

/** Probabilities of the classes; a lower `temperature` makes them surer. */
function predict(model: Model, vector: Vector, temperature: number): Float64Array {
  const { classes, weights } = model;
  const scores = new Float64Array(classes);
  for (const { at, value } of vector) {
    const start = at * classes;
    for (let c = 0; c < classes; c++) scores[c]! += value * weights[start + c]!;
  }
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    scores[c] = Math.exp((scores[c]! - top) / temperature);
    sum += scores[c]!;
  }
  for (let c = 0; c < classes; c++) scores[c]! /= sum;
  return scores;
}

/** Probabilities of the classes for a text's features, and the share (0 to 1) of the features that training knew. */
export function score(
  model: Model,
  features: string[],
  temperature: number,
): { probabilities: Float64Array; known: number } {
  const vector = vectorOf(model, features);
  return { probabilities: predict(model, vector, temperature), known: vector.length / Math.max(1, features.length) };
}

const epochs = 14;
const rate = 6;

/** Trains by stochastic gradient descent in one fixed order, so that the same sentences always give the same model. */
export function train(examples: Example[], classes: number): Model {
  const model: Model = { classes, rows: rowsOf(examples), weights: new Float32Array(0) };
  model.weights = new Float32Array(model.rows.size * classes);
  const vectors = examples.map(({ features }) => vectorOf(model, features));
  // A stride that shares no factor with the length visits every example once, far apart ones in a row.
  const stride = coprime(examples.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = rate / (1 + epoch * 0.4);
    for (let i = 0, at = epoch; i < examples.length; i++, at += stride) {
      const place = at % examples.length;
      learn(model, vectors[place]!, { label: examples[place]!.label, step });
    }
  }
  return model;
}

function learn(model: Model, vector: Vector, { label, step }: { label: number; step: number }): void {
  const { classes, weights } = model;
  const errors = predict(model, vector, 1);
  errors[label]! -= 1;
  for (let c = 0; c < classes; c++) {
    const change = errors[c]! * step;
    if (Math.abs(change) < 0.004) continue;
    for (const { at, value } of vector) weights[at * classes + c]! -= change * value;
  }
}

function rowsOf(examples: Example[]): Model["rows"] {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const rows: Model["rows"] = new Map();
  for (const [feature, count] of counts) {
    rows.set(feature, { at: rows.size, weight: Math.log(1 + examples.length / count) ** 0.75 });
  }
  return rows;
}

function coprime(length: number): number {
  const shares = (a: number, b: number): number => (b === 0 ? a : shares(b, a % b));
  let stride = Math.floor(length * 0.618) | 1;
  while (shares(stride, length) > 1) stride += 2;
  return stride;
}
