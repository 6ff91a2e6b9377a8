declare function setTimeout(run: () => void): unknown;

/**
 * Calls every listener with what there is to tell. One that throws is a fault of the page's: it is reported like any
 * other, by a thrown error that nobody catches, and neither the other listeners nor whoever tells hear of it.
 */
export function tellAll<T>(listeners: Iterable<(told: T) => void>, told: T): void {
  for (const listener of [...listeners])
    try {
      listener(told);
    } catch (error) {
      setTimeout(() => {
        throw error;
      });
    }
}
