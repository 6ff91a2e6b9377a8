import type { Vector } from "./space.ts";

/**
 * One hidden layer over a bag of features: each feature has a place in a space of a few dozen directions, a text is
 * the sum of its features' places, and classes are read off it. Features that say the same come to lie together,
 * which a linear model, where each class learns each feature by itself, can't do.
 */
export type Network = {
  hidden: number;
  classes: number;
  /** `rows` × `hidden` */
  places: Float32Array;
  bias: Float32Array;
  /** `classes` × `hidden` */
  readers: Float32Array;
};

/** The classes' scores for a text; softmax makes probabilities of them. */
export function outputsOf(network: Network, vector: Vector): Float64Array {
  const layer = Float32Array.from(network.bias);
  addPlaces(layer, network, vector);
  for (let i = 0; i < layer.length; i++) if (layer[i]! < 0) layer[i] = 0;
  return read(network, layer, new Float64Array(network.classes));
}

/** Adds the places of a text's features to the layer. */
function addPlaces(layer: Float32Array, { hidden, places }: Network, { rows, values }: Vector): void {
  for (let j = 0; j < rows.length; j++) {
    const start = rows[j]! * hidden;
    const value = values[j]!;
    for (let i = 0; i < hidden; i++) layer[i]! += value * places[start + i]!;
  }
}

/** Reads the classes' scores off a layer. */
export function read({ hidden, classes, readers }: Network, layer: Float32Array, scores: Float64Array): Float64Array {
  for (let c = 0; c < classes; c++) {
    const start = c * hidden;
    let sum = 0;
    for (let i = 0; i < hidden; i++) sum += readers[start + i]! * layer[i]!;
    scores[c] = sum;
  }
  return scores;
}

/** Probabilities from scores; a lower `temperature` makes them surer. */
export function softmax(scores: Float64Array, temperature: number): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c++) if (scores[c]! > top) top = scores[c]!;
  const powers = new Float64Array(scores.length);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    powers[c] = Math.exp((scores[c]! - top) / temperature);
    sum += powers[c]!;
  }
  for (let c = 0; c < powers.length; c++) powers[c]! /= sum;
  return powers;
}
