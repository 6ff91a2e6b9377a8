import { mount } from "../src/mount.tsx";
import { fakeHttp, fakeIntents, fakeKeepAnswer } from "./fake-http.ts";
import { fakeKnowledge } from "./fake-knowledge.ts";
import { createFakeShop, type FakeShop } from "./fake-shop.ts";
import { fakeTransport } from "./fake-transport.ts";

declare global {
  interface Window {
    /** Lets a test play the shopper, the colleagues and the network. */
    fakeShop: FakeShop;
  }
}

const shop = createFakeShop();
window.fakeShop = shop;

const root = document.querySelector("#app");
if (root)
  mount(root, {
    http: fakeHttp(),
    readIntents: fakeIntents,
    keepAnswer: fakeKeepAnswer,
    knowledgeHttp: fakeKnowledge(),
    transport: () => fakeTransport(shop),
  });
