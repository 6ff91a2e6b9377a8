import { tellAll } from "./tell-all.ts";

/** One immutable state and its listeners. */
export type Store<S> = {
  readonly state: S;
  /** Replaces the state when a value differs, and tells every listener once. */
  set(patch: Partial<S>): void;
  subscribe(listener: (state: S) => void): () => void;
};

/** Holds a state and tells listeners synchronously when it changed. */
export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<(state: S) => void>();
  return {
    get state() {
      return state;
    },
    set(patch) {
      const keys = Object.keys(patch) as (keyof S)[];
      if (keys.every((key) => Object.is(state[key], patch[key]))) return;
      state = { ...state, ...patch };
      tellAll(listeners, state);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
