import { createAgentClient } from "@yiwen/shared";
import { fakeIntents, fakeKeepAnswer, session } from "../../dev/fake-http.ts";
import { fakeKnowledge } from "../../dev/fake-knowledge.ts";
import { createFakeShop } from "../../dev/fake-shop.ts";
import { fakeTransport } from "../../dev/fake-transport.ts";
import type { Page } from "../platform/page.ts";
import { createStorage } from "../platform/storage.ts";
import { createDesk } from "../store/desk.ts";
import { createSettings } from "../store/settings.ts";

/** A page that only remembers what it was told. */
export function fakePage(address?: string) {
  const told = { title: "", hasAlert: false, locale: "", theme: "", address, isWatched: true };
  const page: Page = {
    setTitle: (title, hasAlert) => Object.assign(told, { title, hasAlert }),
    setLocale: (locale) => Object.assign(told, { locale }),
    setTheme: (theme) => Object.assign(told, { theme }),
    address: () => told.address,
    goTo: (next) => Object.assign(told, { address: next }),
    onAddress: () => () => {},
    isWatched: () => told.isWatched,
    onWatched: () => () => {},
    languages: () => ["zh-CN"],
    isWide: () => true,
    isMac: () => false,
  };
  return { page, told };
}

/** A desk of 林晓 at the fake shop, in memory. */
export function testDesk(address?: string) {
  const shop = createFakeShop();
  const { page, told } = fakePage(address);
  const storage = createStorage("test.", null);
  const settings = createSettings(storage, page);
  const client = createAgentClient({
    transport: fakeTransport(shop),
    storage,
    token: async () => ({ token: "t", scope: "shop-1.agent-lin" }),
  });
  const desk = createDesk({
    session,
    client,
    readIntents: fakeIntents,
    keepAnswer: fakeKeepAnswer,
    knowledgeHttp: fakeKnowledge(),
    page,
    storage,
    settings,
    signOut: async () => ({ ok: true, data: {} }),
  });
  return { desk, shop, page, told, storage };
}
