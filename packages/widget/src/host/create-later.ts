import type { Chat, ChatHost, Loaders } from "./contract.ts";

/** What comes later: fetched once, when it is wanted. */
export type Later = {
  /** Fetching has begun. */
  isWanted(): boolean;
  load(): Promise<Chat | undefined>;
  /** Calls the chat once it is there. Calls go through one promise, so they arrive in the order they were made. */
  run(call: (chat: Chat) => void): Promise<void>;
};

/** Fetches the chat and its language when first asked; what failed is fetched anew the next time. */
export function createLater(host: ChatHost, { chat, strings }: Loaders): Later {
  let loading: Promise<Chat | undefined> | undefined;
  const load = () => {
    const { locale } = host;
    loading ??= Promise.all([chat(), strings(locale)]).then(
      ([module, { strings }]) => module.mount(host, locale, strings),
      () => {
        loading = undefined;
        host.emit("error", { code: "load_failed" });
        return loading;
      },
    );
    return loading;
  };
  return {
    isWanted: () => !!loading,
    load,
    async run(call) {
      if (host.isGone) return;
      host.show({ isLoading: true });
      const loaded = await load();
      host.show({ isLoading: false, hasFailed: !loaded });
      if (loaded && !host.isGone) call(loaded);
    },
  };
}
