import { type Chance, chanceOf, shuffle } from "./chance.ts";
import { type Network, read, softmax } from "./network.ts";
import type { Vector } from "./space.ts";

export type NetworkExample = { vector: Vector; label: number };

/** What a network is to be: rows of the space, classes, size of the layer, passes over the examples. */
export type NetworkShape = { rows: number; classes: number; hidden: number; epochs: number; seed: number };

const rate = 0.05;
/** Shares of features and of the layer that an example goes without, so that nothing leans on one sign alone. */
const without = { features: 0.3, layer: 0.3 };
/** An example is a little of every class, so that scores don't grow without end. */
const smoothing = 0.05;
/** What the squares of slopes begin with (AdaGrad). */
const before = 0.01;

/** Trains by AdaGrad in one fixed order: the same examples always give the same network. */
export function trainNetwork(examples: NetworkExample[], shape: NetworkShape): Network {
  const chance = chanceOf(shape.seed);
  const network = begin(shape, chance);
  const work = workOf(network, shape);
  const order = examples.map((_, at) => at);
  for (let epoch = 0; epoch < shape.epochs; epoch++) {
    const step = rate * (1 - epoch / shape.epochs);
    for (const at of shuffle(order, chance)) learn(network, work, { ...examples[at]!, step, chance });
  }
  return network;
}

function begin({ rows, classes, hidden }: NetworkShape, chance: Chance): Network {
  const normal = () => {
    let sum = 0;
    for (let i = 0; i < 6; i++) sum += chance();
    return (sum - 3) * Math.SQRT2;
  };
  return {
    hidden,
    classes,
    places: new Float32Array(rows * hidden).map(() => normal() * 0.15),
    bias: new Float32Array(hidden),
    readers: new Float32Array(classes * hidden).map(() => normal() / Math.sqrt(hidden)),
  };
}

type Work = ReturnType<typeof workOf>;

function workOf({ hidden, classes }: Network, { rows }: NetworkShape) {
  return {
    layer: new Float32Array(hidden),
    mask: new Float32Array(hidden),
    slopes: new Float32Array(hidden),
    scores: new Float64Array(classes),
    squares: {
      rows: new Float32Array(rows).fill(before),
      bias: new Float32Array(hidden).fill(before),
      readers: new Float32Array(classes * hidden).fill(before),
    },
  };
}

type Lesson = NetworkExample & { step: number; chance: Chance };

function learn(network: Network, work: Work, { vector, label, step, chance }: Lesson): void {
  const seen = thinned(vector, chance);
  forward(network, work, { seen, chance });
  const errors = softmax(read(network, work.layer, work.scores), 1);
  for (let c = 0; c < errors.length; c++) errors[c]! -= smoothing / errors.length;
  errors[label]! -= 1 - smoothing;
  teachReaders(network, work, { errors, step });
  teachPlaces(network, work, { seen, step });
}

function thinned({ rows, values }: Vector, chance: Chance): { rows: number[]; values: number[] } {
  const kept: { rows: number[]; values: number[] } = { rows: [], values: [] };
  for (let j = 0; j < rows.length; j++) {
    if (chance() < without.features) continue;
    kept.rows.push(rows[j]!);
    kept.values.push(values[j]! / (1 - without.features));
  }
  return kept;
}

type Seen = { rows: number[]; values: number[] };

function forward({ hidden, places, bias }: Network, { layer, mask }: Work, heard: { seen: Seen; chance: Chance }) {
  const { seen, chance } = heard;
  layer.set(bias);
  for (let j = 0; j < seen.rows.length; j++) {
    const start = seen.rows[j]! * hidden;
    const value = seen.values[j]!;
    for (let i = 0; i < hidden; i++) layer[i]! += value * places[start + i]!;
  }
  for (let i = 0; i < hidden; i++) {
    mask[i] = layer[i]! > 0 && chance() >= without.layer ? 1 / (1 - without.layer) : 0;
    layer[i]! *= mask[i]!;
  }
}

/** Moves the readers, and leaves in `slopes` what the layer should have been. */
function teachReaders(network: Network, work: Work, { errors, step }: { errors: Float64Array; step: number }): void {
  const { hidden, classes, readers } = network;
  const { layer, slopes, mask } = work;
  const squares = work.squares.readers;
  slopes.fill(0);
  for (let c = 0; c < classes; c++) {
    const error = errors[c]!;
    if (Math.abs(error) < 1e-4) continue;
    const start = c * hidden;
    for (let i = 0; i < hidden; i++) {
      slopes[i]! += error * readers[start + i]!;
      const slope = error * layer[i]!;
      if (slope === 0) continue;
      squares[start + i]! += slope * slope;
      readers[start + i]! -= (step * slope) / Math.sqrt(squares[start + i]!);
    }
  }
  for (let i = 0; i < hidden; i++) slopes[i]! *= mask[i]!;
}

function teachPlaces(network: Network, { slopes, squares }: Work, { seen, step }: { seen: Seen; step: number }): void {
  const { hidden, places, bias } = network;
  let square = 0;
  for (let i = 0; i < hidden; i++) {
    const slope = slopes[i]!;
    square += slope * slope;
    squares.bias[i]! += slope * slope;
    bias[i]! -= (step * slope) / Math.sqrt(squares.bias[i]!);
  }
  for (let j = 0; j < seen.rows.length; j++) {
    const row = seen.rows[j]!;
    const value = seen.values[j]!;
    squares.rows[row]! += (square * value * value) / hidden;
    const change = (step * value) / Math.sqrt(squares.rows[row]!);
    const start = row * hidden;
    for (let i = 0; i < hidden; i++) places[start + i]! -= change * slopes[i]!;
  }
}
