/** Lines in one slot. */
export const slotSize = 20;
/** Slots there are; they are made once and never move, so a new line or an older page touches only its own slot. */
export const slotCount = 64;
/** Most slots that hold lines at a time: 100 lines. */
export const mountedSlots = 5;
/** Where the first page begins: room for 1,000 older lines above and 280 newer ones below. */
const firstSlot = 50;
/** Lines shown at once when the chat opens, where there are so many. */
const firstLines = 20;

/** Which line stands where. `offset` is the place of the first line, counted from the first slot's first place. */
export type Placement = { offset: number; keys: string[] };

/** The slots that hold lines now, both ends included. */
export type SlotWindow = { from: number; to: number };

/** Puts lines into places. Lines that were placed stay where they were; what is older comes before them. */
export function place(keys: string[], before?: Placement): Placement {
  const offset = before ? offsetFrom(keys, before) : undefined;
  const start = offset ?? firstSlot * slotSize;
  const fits = start >= 0 && start + keys.length <= slotCount * slotSize;
  // Out of room, or another conversation: everything is laid anew, as far from both ends as it can be.
  return { offset: fits ? start : freshOffset(keys.length), keys };
}

function offsetFrom(keys: string[], before: Placement): number | undefined {
  const known = new Map(before.keys.map((key, index) => [key, index]));
  const index = keys.findIndex((key) => known.has(key));
  return index < 0 ? undefined : before.offset + (known.get(keys[index]!) ?? 0) - index;
}

function freshOffset(length: number): number {
  const places = slotCount * slotSize;
  const room = Math.max(0, places - length);
  return Math.min(firstSlot * slotSize, Math.floor(room / 2 / slotSize) * slotSize);
}

/** The slots that the lines reach over. */
export function reachOf({ offset, keys }: Placement): SlotWindow {
  const last = offset + Math.max(0, keys.length - 1);
  return { from: Math.max(0, Math.floor(offset / slotSize)), to: Math.min(slotCount - 1, Math.floor(last / slotSize)) };
}

/** The indexes of the lines in a slot: from (included) to (excluded). */
export function linesIn(slot: number, { offset, keys }: Placement): { from: number; to: number } {
  const from = slot * slotSize - offset;
  const clamp = (index: number) => Math.min(keys.length, Math.max(0, index));
  return { from: clamp(from), to: clamp(from + slotSize) };
}

/** What is shown when the chat opens: the end of the thread, at least twenty lines of it. */
export function openWindow(placement: Placement): SlotWindow {
  const { from: first, to } = reachOf(placement);
  let from = to;
  while (from > first && placement.keys.length - linesIn(from, placement).from < firstLines) from -= 1;
  return { from, to };
}

/** One slot further up; the lowest one goes when there are too many. The same window where there is nothing older. */
export function olderWindow(window: SlotWindow, placement: Placement): SlotWindow {
  if (window.from <= reachOf(placement).from) return window;
  const from = window.from - 1;
  return { from, to: Math.min(window.to, from + mountedSlots - 1) };
}

/** One slot further down; the uppermost goes when there are too many. The same window where there is nothing newer. */
export function newerWindow(window: SlotWindow, placement: Placement): SlotWindow {
  if (window.to >= reachOf(placement).to) return window;
  const to = window.to + 1;
  return { from: Math.max(window.from, to - mountedSlots + 1), to };
}

/** Keeps the window on the lines after they changed: a reader at the end is taken along, any other stays. */
export function keepWindow(window: SlotWindow, before: Placement, now: Placement, isAtEnd: boolean): SlotWindow {
  const shift = now.keys.length > 0 && before.keys.length > 0 ? shiftOf(before, now) : undefined;
  // Laid anew: nothing of the old window is where it was.
  if (shift !== 0) return openWindow(now);
  const reach = reachOf(now);
  const wasAtEnd = window.to >= reachOf(before).to;
  const to = isAtEnd || (wasAtEnd && reach.to === window.to) ? reach.to : Math.min(window.to, reach.to);
  return { from: Math.max(Math.min(window.from, to), to - mountedSlots + 1), to };
}

function shiftOf(before: Placement, now: Placement): number | undefined {
  const places = new Map(before.keys.map((key, index) => [key, before.offset + index]));
  const index = now.keys.findIndex((key) => places.has(key));
  return index < 0 ? undefined : now.offset + index - places.get(now.keys[index]!)!;
}
