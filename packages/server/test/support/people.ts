import {
  type ConversationView,
  type OpenReply,
  placeOf,
  type Result,
  reduce,
  type ServerSignal,
  viewOf,
  type WireEvent,
} from "@yiwen/shared";
import { expect } from "vitest";
import { type Speaker, speak } from "../../src/cli/speaker.ts";
import type { Shop } from "../../src/ports/directory.ts";
import type { Booted } from "./boot.ts";
import { agentToken, shopperToken } from "./shop.ts";

/** Someone who speaks the protocol and folds what they are told, as a screen would. */
export type Person<K extends "shopper" | "agent"> = Speaker<K> & {
  token: string;
  id: string;
  shopId: string;
  /** The live view of the conversation opened last. */
  view(): ConversationView;
  signals: ServerSignal[];
  /** Opens a conversation and follows it. */
  open(input?: object, conversationId?: string): Promise<OpenReply>;
  /** Sends a command into the followed conversation; its answer must be a success. */
  does(type: string, input?: object): Promise<{ conversationId: string; seq: number }>;
  /** Sends a command into the followed conversation, whatever the answer. */
  tries(type: string, input?: object, id?: string): Promise<Result<unknown>>;
  says(text: string): Promise<{ conversationId: string; seq: number }>;
  /** Settles once the live view fits; it looks again at each event. */
  sees(fits: (view: ConversationView) => boolean): Promise<ConversationView>;
  seesEvent(type: WireEvent["type"]): Promise<WireEvent>;
  seesSignal(fits: (signal: ServerSignal) => boolean): Promise<ServerSignal>;
  /** Live view equals fetched view. */
  isUpToDate(): Promise<void>;
};

export async function shopper(
  booted: Pick<Booted, "url" | "deps">,
  shop: Shop,
  externalId?: string,
): Promise<Person<"shopper">> {
  const token = await shopperToken(booted, shop, externalId);
  return follow(await speak(booted.url, "shopper", token), { token, id: "", shopId: shop.id });
}

export async function agent(booted: Pick<Booted, "url" | "deps">, shop: Shop, name = "小美"): Promise<Person<"agent">> {
  const { token, id } = await agentToken(booted, shop, name);
  return follow(await speak(booted.url, "agent", token), { token, id, shopId: shop.id });
}

/** Another socket of the same person. */
export async function sameShopper(
  booted: Pick<Booted, "url" | "deps">,
  { token, shopId }: { token: string; shopId: string },
): Promise<Person<"shopper">> {
  return follow(await speak(booted.url, "shopper", token), { token, id: "", shopId });
}

function follow<K extends "shopper" | "agent">(
  speaker: Speaker<K>,
  who: Pick<Person<K>, "token" | "id" | "shopId">,
): Person<K> {
  let view: ConversationView | undefined;
  let early: WireEvent[] = [];
  const signals: ServerSignal[] = [];
  const watchers = new Set<() => void>();
  const command = speaker.command as (type: string, input: object, options?: object) => Promise<Result<never>>;
  const current = () => {
    if (!view) throw new Error("no conversation is open");
    return view;
  };
  const take = (event: WireEvent) => {
    if (!view || event.conversationId !== view.summary.id) {
      early.push(event);
      return;
    }
    expect(placeOf(view, event), `event ${event.seq} after ${view.seq}`).not.toBe("gap");
    view = reduce(view, event);
  };
  speaker.onEvent((event) => {
    take(event);
    for (const look of watchers) look();
  });
  speaker.onSignal((signal) => {
    signals.push(signal);
    for (const look of watchers) look();
  });
  const until = <T>(find: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (found === undefined) return;
        watchers.delete(look);
        resolve(found);
      };
      watchers.add(look);
      look();
    });
  const tries: Person<K>["tries"] = (type, input = {}, commandId) =>
    command(type, input, { conversationId: current().summary.id, ...(commandId && { id: commandId }) });
  const does: Person<K>["does"] = async (type, input) => {
    const result = await tries(type, input);
    if (!result.ok) throw new Error(`${type}: ${result.error.code} ${result.error.message} ${result.error.path ?? ""}`);
    return result.data as { conversationId: string; seq: number };
  };
  return {
    ...speaker,
    ...who,
    signals,
    view: current,
    tries,
    does,
    async open(input = {}, conversationId) {
      early = [];
      view = undefined;
      const reply = await command("conversation.open", input, { conversationId });
      if (!reply.ok) throw new Error(`conversation.open: ${reply.error.code} ${reply.error.message}`);
      const page = reply.data as OpenReply;
      view = viewOf(page);
      for (const event of early) take(event);
      return page;
    },
    says: (text) => does("message.send", { content: { kind: "text", text } }),
    sees: (fits) => until(() => (view && fits(view) ? view : undefined)),
    seesEvent: (type) => until(() => view?.events.findLast((event) => event.type === type)),
    seesSignal: (fits) => until(() => signals.findLast(fits)),
    async isUpToDate() {
      const { summary } = current();
      for (;;) {
        const reply = await command("conversation.open", { limit: 200 }, { conversationId: summary.id });
        if (!reply.ok) throw new Error(`conversation.open: ${reply.error.code}`);
        const fetched = viewOf(reply.data as OpenReply);
        await until(() => current().seq >= fetched.seq || undefined);
        // Something more was told since the page was read: only the same moment can be compared.
        if (current().seq > fetched.seq) continue;
        expect(current()).toEqual(fetched);
        return;
      }
    },
  };
}

/** The texts the bot said, in order. */
export function botTexts(view: ConversationView): string[] {
  return view.events.flatMap((event) =>
    event.type === "message.sent" && event.by.kind === "bot" && "text" in event.data.content
      ? [event.data.content.text]
      : [],
  );
}
