import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFakeTransport } from "../../dev/fake-transport.ts";
import { type Scene, sceneOf } from "../../dev/scenes.ts";
import type { ChatHost } from "../host/contract.ts";
import { strings } from "../i18n/en.ts";
import { createChatStore } from "./store.ts";

const jwt = (sub: string, salt = "") => `h.${btoa(JSON.stringify({ sub, salt }))}.s`;
const shop = { name: "shop", accent: "#000000", radius: 8, locale: "en" };

let scene: Scene;
let sessions: { identity?: string }[];
beforeEach(() => {
  localStorage.clear();
  scene = sceneOf("welcome", "en");
  sessions = [];
  vi.stubGlobal("fetch", async (_url: URL, { body }: { body: string }) => {
    const asked = JSON.parse(body) as { identity?: string };
    sessions.push(asked);
    const data = {
      token: `t${sessions.length}`,
      expiresAt: 1,
      shopperId: asked.identity ?? "nobody",
      resume: "r",
      shop,
    };
    return Response.json({ ok: true, data });
  });
});
afterEach(() => vi.unstubAllGlobals());

function open() {
  const emit = vi.fn();
  const host = { shop: "pk", base: "https://chat.example/", locale: "en", emit, show() {} } as unknown as ChatHost;
  const store = createChatStore(host, { locale: "en", strings }, () => createFakeTransport(scene));
  store.start();
  return { store, emit };
}

const isThere = (store: ReturnType<typeof open>["store"]) =>
  expect.poll(() => store.state.shopper.connection === "online" && !!store.state.shopper.thread).toBe(true);
const opens = () => scene.commands.filter(({ type }) => type === "conversation.open").map(({ input }) => input);
const written = (store: ReturnType<typeof open>["store"]) =>
  store.state.shopper.pending.map(({ id, content }) => [id, "text" in content && content.text]);

test("WG31 who was nobody in particular keeps what was written and asked when the shop says who it is", async () => {
  const { store } = open();
  await isThere(store);
  scene.isSilent = true;
  scene.sending = "never";
  store.consult({ productId: "p1" });
  store.send("hello");
  const before = written(store);
  const { person } = store.state;
  scene.isSilent = false;
  store.identify(jwt("lin"));
  expect(store.state.shopper.thread).toBeDefined();
  await expect.poll(() => sessions.length).toBe(2);
  await isThere(store);
  expect(sessions[1]).toMatchObject({ identity: jwt("lin") });
  expect(written(store)).toEqual(before);
  expect(store.state.person).toBe(person);
  const consults = scene.commands.filter(({ input }) => (input as { consult?: object }).consult);
  expect(new Set(consults.map(({ id }) => id)).size).toBe(1);
  expect(consults.length).toBeGreaterThan(1);
});

test("WG31 a newer word for the same person is for the next sign-in alone", async () => {
  const { store } = open();
  await isThere(store);
  store.identify(jwt("lin"));
  await expect.poll(() => sessions.length).toBe(2);
  await isThere(store);
  const states = vi.fn();
  store.subscribe(states);
  store.identify(jwt("lin", "newer"));
  expect(states).not.toHaveBeenCalled();
  scene.lose("token_expired");
  await expect.poll(() => sessions.length).toBe(3);
  expect(sessions[2]).toMatchObject({ identity: jwt("lin", "newer") });
});

test("WG31 after a word that was refused a newer one for the same person is tried at once", async () => {
  const { store } = open();
  await isThere(store);
  store.identify(jwt("lin", "expired"));
  await expect.poll(() => sessions.length).toBe(2);
  await isThere(store);
  scene.lose("identity_invalid");
  expect(store.state.shopper.connection).toBe("refused");
  store.identify(jwt("lin"));
  await isThere(store);
  expect(sessions).toHaveLength(3);
});

test.each([undefined, jwt("chen")])("WG31 another person, or nobody again, begins anew (%s)", async (next) => {
  const { store } = open();
  store.identify(jwt("lin"));
  await isThere(store);
  scene.sending = "never";
  store.send("hello");
  const { person } = store.state;
  store.identify(next);
  expect(store.state.person).not.toBe(person);
  expect(store.state.shopper).toMatchObject({ thread: undefined, pending: [] });
  await isThere(store);
  expect(written(store)).toEqual([]);
});

test("WG31 what was said in a conversation before it was shown is told to the page as no news", async () => {
  const { store, emit } = open();
  await isThere(store);
  scene.id = "c2";
  const at = { conversationId: "c2", seq: scene.events.length + 1, at: 1, by: { kind: "bot" } } as const;
  scene.events.push({ ...at, type: "message.sent", data: { id: "m9", content: { kind: "text", text: "earlier" } } });
  store.identify(jwt("lin"));
  await expect.poll(() => store.state.shopper.thread?.view.summary.id).toBe("c2");
  expect(emit).not.toHaveBeenCalledWith("message", expect.anything());
});

test("WG4 an id may be a number; an empty one is none, and the plain chat opens", async () => {
  const { store } = open();
  await isThere(store);
  store.consult({ productId: 7, orderId: "" } as never);
  await expect
    .poll(opens)
    .toContainEqual(expect.objectContaining({ consult: { productId: "7", page: expect.anything() } }));
  const before = opens().length;
  store.consult({ productId: "" });
  store.consult({ productId: null } as never);
  store.consult(undefined as never);
  await expect.poll(() => opens().length).toBeGreaterThan(before);
  expect(opens().slice(before)).not.toContainEqual(expect.objectContaining({ consult: expect.anything() }));
});

test("WG28 what the page says for the shopper while the conversation is closed is said in a new one", async () => {
  scene = sceneOf("closed", "en");
  const { store } = open();
  await isThere(store);
  store.send("one more thing");
  await expect.poll(() => store.state.shopper.pending).toEqual([]);
  const { view } = store.state.shopper.thread!;
  expect(view.summary).toMatchObject({ id: "c1-next", floor: "bot" });
  expect(view.events.map(({ data }) => data)).toMatchObject([{ content: { text: "one more thing" } }]);
});
