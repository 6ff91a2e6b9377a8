import type { PageRef } from "@yiwen/shared";

/** The page a consult is tapped on, without its query: that may hold what is nobody else's. */
export function currentPage(): PageRef {
  const title = document.title.trim().slice(0, 200);
  return { url: (location.origin + location.pathname).slice(0, 2048), ...(title && { title }) };
}

/** Calls back when the page comes to the front or the network comes back. Answers how to stop. */
export function onAwake(awake: () => void): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  document.addEventListener("visibilitychange", () => document.hidden || awake(), { signal });
  addEventListener("online", awake, { signal });
  return () => stopped.abort();
}

/** Whether the screen is a phone's, as the styles see it. */
export function isPhone(): boolean {
  return matchMedia("(max-width: 479px)").matches;
}
