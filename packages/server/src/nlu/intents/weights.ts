import type { Classifier } from "./classifier.ts";

type Header = { labels: string[]; temperature: number; rows: number; hidden: number; source: string };

const largest = 127;
/** Features weigh from 0 to about 6, and a thirty-second more or less changes nothing. */
const weightSteps = 32;

/**
 * A classifier as bytes: a line of JSON, the features' hashes and weights, the network's places and the linear reader's
 * votes (a byte each, with a scale a row), the network's bias and readers. `source` says what it was trained on, so that a test can tell stale weights.
 */
export function packWeights(classifier: Classifier, source: string): Uint8Array {
  const { labels, temperature, space, network, linear } = classifier;
  const { hidden } = network;
  const rows = space.rows.size;
  const header: Header = { labels, temperature, rows, hidden, source };
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const hashes = new Uint32Array(rows);
  for (const [hash, row] of space.rows) hashes[row] = hash;
  return joined([
    line,
    bytesOf(hashes),
    bytesOf(smallWeights(space.weights)),
    ...packedRows(network.places, hidden),
    ...packedRows(linear.votes, labels.length),
    bytesOf(network.bias),
    bytesOf(network.readers),
  ]);
}

function smallWeights(weights: Float32Array): Uint8Array {
  return Uint8Array.from(weights, (weight) => Math.min(255, Math.round(weight * weightSteps)));
}

/** A scale for each row of a matrix, and its numbers as bytes. */
function packedRows(matrix: Float32Array, width: number): Uint8Array[] {
  const scales = new Float32Array(matrix.length / width);
  const small = new Int8Array(matrix.length);
  for (let row = 0; row < scales.length; row++) {
    const numbers = matrix.subarray(row * width, (row + 1) * width);
    const scale = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / largest;
    scales[row] = scale;
    for (let i = 0; i < width; i++) small[row * width + i] = Math.round(numbers[i]! / scale);
  }
  return [bytesOf(scales), bytesOf(small)];
}

type Take = (length: number) => ArrayBuffer;

function unpackedRows(take: Take, rows: number, width: number): Float32Array {
  const scales = new Float32Array(take(rows * 4));
  const small = new Int8Array(take(rows * width));
  const matrix = new Float32Array(rows * width);
  for (let at = 0; at < matrix.length; at++) matrix[at] = small[at]! * scales[Math.floor(at / width)]!;
  return matrix;
}

/** The classifier that `packWeights` made bytes of, and what it was trained on. */
export function unpackWeights(bytes: Uint8Array): { classifier: Classifier; source: string } {
  const end = bytes.indexOf(0x0a);
  const { source, rows, hidden, labels, temperature }: Header = JSON.parse(
    new TextDecoder().decode(bytes.subarray(0, end)),
  );
  let from = end + 1;
  const take: Take = (length) => {
    const part = new Uint8Array(bytes.subarray(from, from + length)).buffer;
    from += length;
    return part;
  };
  const hashes = new Uint32Array(take(rows * 4));
  const space = {
    rows: new Map(Array.from(hashes, (hash, row) => [hash, row])),
    weights: new Float32Array(new Uint8Array(take(rows))).map((weight) => weight / weightSteps),
  };
  const places = unpackedRows(take, rows, hidden);
  const votes = unpackedRows(take, rows, labels.length);
  const bias = new Float32Array(take(hidden * 4));
  const readers = new Float32Array(take(labels.length * hidden * 4));
  const network = { hidden, classes: labels.length, places, bias, readers };
  const linear = { classes: labels.length, votes };
  return { classifier: { labels, space, network, linear, temperature }, source };
}

function bytesOf(array: Uint32Array | Float32Array | Int8Array | Uint8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
