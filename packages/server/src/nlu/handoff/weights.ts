import { stepsOf } from "../sentiment/weights.ts";
import type { Limits } from "./memory.ts";
import { type HandoffModel, wordPlaces } from "./model.ts";

/** What stands beside the packed weights of the words. */
export type HandoffScales = { words: number; signs: HandoffModel["signs"]; threshold: number; limits: Limits };

/** Weights as bytes, a step each between -127 and 127. */
export function packHandoff({ words, ...rest }: HandoffModel): { bytes: Uint8Array; scales: HandoffScales } {
  const { steps, scale } = stepsOf(words);
  return { bytes: new Uint8Array(steps.buffer), scales: { words: scale, ...rest } };
}

/** The model again; throws when the bytes are not as many as they should be. */
export function unpackHandoff(bytes: Uint8Array, { words: scale, ...rest }: HandoffScales): HandoffModel {
  if (bytes.length !== wordPlaces) throw new Error("the weights of handoffs don't fit the program: train them again");
  const steps = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return { words: Float32Array.from(steps, (step) => step * scale), ...rest };
}
