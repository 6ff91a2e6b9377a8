import { createContext } from "preact";
import { useContext, useLayoutEffect, useState } from "preact/hooks";
import type { ChatState, ChatStore } from "../chat/store.ts";

/** Hands the store down to every part. */
export const StoreContext = createContext<ChatStore | null>(null);

/** What the screens may ask of the chat. */
export function useStore(): ChatStore {
  return useContext(StoreContext)!;
}

/** The store's state, kept up to date. */
export function useChatState(store: ChatStore): ChatState {
  const [state, setState] = useState(store.state);
  useLayoutEffect(() => {
    setState(store.state);
    return store.subscribe(setState);
  }, [store]);
  return state;
}
