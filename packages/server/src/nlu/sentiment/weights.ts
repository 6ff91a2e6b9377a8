import { blankModel, type FeelingModel } from "./model.ts";

/** What stands beside the packed weights: how large their steps are, and the few that are not packed. */
export type FeelingScales = { polarity: number; feelings: number; signs: number[]; temperature: number };

/** Weights as bytes, a step each between -127 and 127: a quarter of the size, and as good. */
export function packModel(model: FeelingModel): { bytes: Uint8Array; scales: FeelingScales } {
  const polarity = stepsOf(model.polarity);
  const feelings = stepsOf(model.feelings);
  const bytes = new Uint8Array(polarity.steps.length + feelings.steps.length);
  bytes.set(new Uint8Array(polarity.steps.buffer));
  bytes.set(new Uint8Array(feelings.steps.buffer), polarity.steps.length);
  const signs = [...model.signs].map((weight) => Math.round(weight * 1e4) / 1e4);
  return {
    bytes,
    scales: { polarity: polarity.scale, feelings: feelings.scale, signs, temperature: model.temperature },
  };
}

/** The model again; throws when the bytes are not as many as they should be. */
export function unpackModel(bytes: Uint8Array, scales: FeelingScales): FeelingModel {
  const model = blankModel();
  const split = model.polarity.length;
  if (bytes.length !== split + model.feelings.length || scales.signs.length !== model.signs.length)
    throw new Error("the weights of sentiment don't fit the program: train them again");
  const steps = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let i = 0; i < split; i++) model.polarity[i] = steps[i]! * scales.polarity;
  for (let i = 0; i < model.feelings.length; i++) model.feelings[i] = steps[split + i]! * scales.feelings;
  model.signs.set(scales.signs);
  model.temperature = scales.temperature;
  return model;
}

/** Weights as whole steps between -127 and 127, and how large a step is. */
export function stepsOf(weights: Float32Array): { steps: Int8Array; scale: number } {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / 127 || 1;
  return { steps: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale };
}
