import { softmax } from "./network.ts";

/** The temperature that makes the probabilities of texts kept out of training as right as they say they are. */
export function fitTemperature(scored: { scores: Float64Array; label: number }[]): number {
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY };
  for (let temperature = 0.2; temperature < 3; temperature *= 1.04) {
    let loss = 0;
    for (const { scores, label } of scored) loss -= Math.log(softmax(scores, temperature)[label]! + 1e-12);
    if (loss < best.loss) best = { temperature, loss };
  }
  return best.temperature;
}
