import type { WireEvent } from "../events.ts";
import { limits } from "../limits.ts";
import type { ServerSignal } from "../signals.ts";
import type { Live } from "./types.ts";
import type { World } from "./world.ts";

/** Typing is said at most this often. Milliseconds. */
const typingEveryMs = 2000;

/** What is going on now in one conversation. */
export type LiveState = {
  readonly state: Live;
  signal(signal: ServerSignal): void;
  /** Who spoke has stopped typing. */
  heard(event: WireEvent): void;
  /** What a fresh page says. */
  set(patch: Pick<Live, "queue"> & { viewers?: Live["viewers"] }): void;
  /** Nobody can be seen typing while the connection is down. */
  lost(): void;
};

/** Keeps typing until it expires, the place in the queue and the viewers; a new object at every change. */
export function createLive(world: World, changed: () => void): LiveState {
  let live: Live = { viewers: [] };
  let cancel: (() => void) | undefined;
  const stopTyping = () => {
    cancel?.();
    if (live.typing) live = { ...live, typing: undefined };
  };
  return {
    get state() {
      return live;
    },
    signal(signal) {
      if (signal.type === "typing") {
        const { by, on, text } = signal.data;
        if (!on) stopTyping();
        else {
          cancel?.();
          cancel = world.after(limits.typingExpiresMs, () => {
            stopTyping();
            changed();
          });
          live = { ...live, typing: { by, text } };
        }
      } else if (signal.type === "queue.place") live = { ...live, queue: signal.data };
      else if (signal.type === "viewers") live = { ...live, viewers: signal.data.agents };
      changed();
    },
    heard(event) {
      if (event.type === "message.sent" && event.by.kind === live.typing?.by.kind) stopTyping();
    },
    set(patch) {
      if ((patch.queue ?? live.queue) || patch.viewers) live = { ...live, ...patch };
    },
    lost: stopTyping,
  };
}

/** Says that someone types here, at most once in two seconds, and that they stopped. */
export function createTyping(now: () => number, say: (on: boolean) => void): (on: boolean) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  let isOn = false;
  return (on) => {
    if (on && now() - saidAt >= typingEveryMs) {
      saidAt = now();
      isOn = true;
      say(true);
    } else if (!on && isOn) {
      isOn = false;
      say(false);
    }
  };
}
