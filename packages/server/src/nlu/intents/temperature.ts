import { softmax } from "./network.ts";

/**
 * The temperature that makes the probabilities of texts kept out of training as right as they say they are; `right` are
 * the places of the classes that are right of a text.
 */
export function fitTemperature(scored: { scores: Float64Array; right: number[] }[]): number {
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY };
  for (let temperature = 0.2; temperature < 3; temperature *= 1.04) {
    let loss = 0;
    for (const { scores, right } of scored) {
      const probabilities = softmax(scores, temperature);
      loss -= Math.log(right.reduce((sum, place) => sum + probabilities[place]!, 1e-12));
    }
    if (loss < best.loss) best = { temperature, loss };
  }
  return best.temperature;
}
