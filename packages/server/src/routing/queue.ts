/** How many wait ahead, and about how many minutes that takes. */
export type Place = { ahead: number; waitMinutes?: number };

/** The place of one who has so many ahead; no guess of minutes without figures or with nobody there. */
export function placeInQueue(ahead: number, pace: { averageHandleMs?: number; online: number }): Place {
  if (!pace.averageHandleMs || pace.online === 0) return { ahead };
  const waitMinutes = Math.max(1, Math.ceil(((ahead + 1) * pace.averageHandleMs) / pace.online / 60_000));
  return { ahead, waitMinutes };
}
