import type { TermCode } from "./term-codes.ts";

/** Numbers terms in the order they are met, from 0. */
export type CodeNumbers = {
  /** The term's number; a new one is given where `isAdded`, else -1 means that it was never met. */
  of(code: TermCode, isAdded: boolean): number;
  /** Forgets all. */
  clear(): void;
};

/** Open addressing over two flat arrays: with millions of look-ups a build, a `Map` costs three times as much. */
export function createCodeNumbers(size = 1024): CodeNumbers {
  let keys = new Int32Array(size);
  let numbers = new Int32Array(size).fill(-1);
  let count = 0;

  const slotOf = (code: TermCode): number => {
    const mask = keys.length - 1;
    let slot = (code ^ (code >>> 16)) & mask;
    while (numbers[slot] !== -1 && keys[slot] !== code) slot = (slot + 1) & mask;
    return slot;
  };

  const grow = () => {
    const [oldKeys, oldNumbers] = [keys, numbers];
    keys = new Int32Array(oldKeys.length * 2);
    numbers = new Int32Array(oldKeys.length * 2).fill(-1);
    for (let at = 0; at < oldKeys.length; at++) {
      if (oldNumbers[at] === -1) continue;
      const slot = slotOf(oldKeys[at]!);
      keys[slot] = oldKeys[at]!;
      numbers[slot] = oldNumbers[at]!;
    }
  };

  return {
    of(code, isAdded) {
      const slot = slotOf(code);
      if (numbers[slot] !== -1 || !isAdded) return numbers[slot]!;
      keys[slot] = code;
      numbers[slot] = count++;
      if (count * 2 > keys.length) grow();
      return count - 1;
    },
    clear() {
      if (count > 0) numbers.fill(-1);
      count = 0;
    },
  };
}
