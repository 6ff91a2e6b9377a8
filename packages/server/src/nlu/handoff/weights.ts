import { stepsOf } from "../sentiment/weights.ts";
import type { Limits } from "./memory.ts";
import type { HandoffModel } from "./model.ts";
import { wordPlaces } from "./words.ts";

/** What stands beside the packed weights of the words. */
export type HandoffScales = {
  words: number;
  past: number;
  signs: HandoffModel["signs"];
  threshold: number;
  limits: Limits;
};

/** Weights as bytes, a step each between -127 and 127: of a turn's words, then of those before it. */
export function packHandoff({ words, past, ...rest }: HandoffModel): { bytes: Uint8Array; scales: HandoffScales } {
  const [now, before] = [stepsOf(words), stepsOf(past)];
  const bytes = new Uint8Array(2 * wordPlaces);
  bytes.set(new Uint8Array(now.steps.buffer));
  bytes.set(new Uint8Array(before.steps.buffer), wordPlaces);
  return { bytes, scales: { words: now.scale, past: before.scale, ...rest } };
}

/** The model again; throws when the bytes are not as many as they should be. */
export function unpackHandoff(bytes: Uint8Array, { words, past, ...rest }: HandoffScales): HandoffModel {
  if (bytes.length !== 2 * wordPlaces)
    throw new Error("the weights of handoffs don't fit the program: train them again");
  const steps = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    words: Float32Array.from(steps.subarray(0, wordPlaces), (step) => step * words),
    past: Float32Array.from(steps.subarray(wordPlaces), (step) => step * past),
    ...rest,
  };
}
