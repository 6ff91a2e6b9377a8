import { afterAll, beforeAll, expect, test } from "vitest";
import { createKey, hashKey } from "../../src/auth/keys.ts";
import type { Shop } from "../../src/ports/directory.ts";
import { type Booted, boot, settings } from "../support/boot.ts";
import { openShop } from "../support/shop.ts";

/** What is sent to each route with another shop's sign-in; a new route without a line here fails the test. */
const bodies: Record<string, unknown> = {
  "POST /v1/agents/sessions": { email: "nobody@example.com", password: "wrong" },
  "DELETE /v1/agents/sessions": undefined,
  "GET /v1/agents/me": undefined,
  "GET /v1/agents": undefined,
  "POST /v1/subscriptions": { templateId: "stolen" },
  "POST /v1/behaviours": { events: [{ id: "spy", type: "share", at: 1, data: {} }] },
  "POST /v1/catalog/import": [{ id: "hoodie", title: "stolen", category: "x", price: "1", stock: 1 }],
  "POST /v1/orders/import": [],
  "POST /v1/knowledge/import": { documents: [{ document: "returns.md", markdown: "# stolen\n\n## stolen\nstolen" }] },
  "POST /v1/knowledge/files": stolenFile(),
  "POST /v1/knowledge/answers": { question: "stolen", answer: "stolen" },
  "GET /v1/knowledge/documents": undefined,
  "DELETE /v1/knowledge/documents": undefined,
  "POST /v1/uploads": undefined,
  "GET /v1/corrections/intents": undefined,
  "GET /v1/corrections": undefined,
  "DELETE /v1/corrections/{id}": undefined,
  "GET /v1/settings": undefined,
  "PUT /v1/settings": settings({ accent: "#123456" }),
  "GET /v1/settings/model": undefined,
  "PUT /v1/settings/model": { baseUrl: "https://api.stolen.example/v1", apiKey: "sk-stolen", model: "stolen" },
  "DELETE /v1/settings/model": undefined,
  "GET /v1/settings/embedding": undefined,
  "PUT /v1/settings/embedding": { baseUrl: "https://api.stolen.example/v1", apiKey: "sk-stolen", model: "stolen" },
  "DELETE /v1/settings/embedding": undefined,
  "GET /v1/settings/wechat": undefined,
  "PUT /v1/settings/wechat": { appId: "wxstolen", appSecret: "stolen" },
};
/** What a route has to be asked with to mean something of ours. */
const queries: Record<string, string> = { "DELETE /v1/knowledge/documents": "?document=returns.md" };

function stolenFile(): FormData {
  const form = new FormData();
  form.append("file", new Blob(["# stolen\n\nstolen"]), "returns.md");
  return form;
}

/** Routes that name no shop by a sign-in. */
const open = new Set([
  "POST /v1/sessions",
  "GET /v1/uploads/{shop}/{id}",
  "GET /v1/wechat/{shop}",
  "POST /v1/wechat/{shop}",
  "GET /healthz",
  "GET /readyz",
  "GET /metrics",
]);

let booted: Booted;
let ours: Shop;
let theirs: Shop;
const secretKey = createKey("secret");
beforeAll(async () => {
  booted = await boot();
  ours = await openShop(booted);
  theirs = { ...ours, id: booted.deps.ids(), publicKey: createKey("public"), name: "another shop" };
  await booted.deps.directory.createShop({ ...theirs, secretKeyHash: hashKey(secretKey) });
  await booted.deps.directory.saveWechatApp(ours.id, { appId: "wxours", appSecret: "kept" });
  await booted.deps.modelStore.saveAccess(ours.id, { baseUrl: "https://wxours.example", apiKey: "kept", model: "m" });
  await supervisor(ours, "ours@example.com");
  // Named as the route's own placeholder, so that the loop below asks for exactly this one.
  await booted.deps.corrections.save(ours.id, {
    id: "{id}",
    text: "ours",
    intent: "other",
    by: { id: "mei", name: "mei" },
    conversationId: ours.id,
    messageId: "m",
    at: 1,
  });
});
afterAll(() => booted.close());

async function supervisor(shop: Shop, email: string): Promise<string> {
  const { directory, ids, clock } = booted.deps;
  const [id, token] = [ids(), createKey("agentToken")];
  await directory.createAgent({ shop: shop.id, id, email, name: email, role: "supervisor", passwordHash: "" });
  const expiresAt = clock.now() + 3_600_000;
  await directory.createAgentSession({ tokenHash: hashKey(token), shop: shop.id, agent: id, expiresAt });
  return token;
}

async function state() {
  const { directory, shopData, corrections, modelStore } = booted.deps;
  const snapshot = await shopData.snapshot(ours.id);
  return {
    settings: (await directory.shop(ours.id))?.settings,
    wechat: await directory.wechatApp(ours.id),
    model: await modelStore.access(ours.id),
    agents: await directory.agents(ours.id),
    hoodie: snapshot?.catalogue.get("hoodie"),
    passages: snapshot?.passages.all("zh"),
    corrections: await corrections.list(ours.id),
  };
}

test("IS5 no route lets another shop's agent or key read or change anything of this shop", async () => {
  const document = (await (await fetch(`${booted.url}/docs/json`)).json()) as { paths: Record<string, object> };
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/(.)\/$/, "$1")}`),
  );
  const signedIn = routes.filter((route) => !open.has(route));
  expect(signedIn.toSorted()).toEqual(Object.keys(bodies).toSorted());

  const before = await state();
  for (const credential of [secretKey, await supervisor(theirs, "spy@example.com")]) {
    for (const route of signedIn) {
      const [method = "", path = ""] = route.split(" ");
      const body = bodies[route];
      const isJson = body !== undefined && !(body instanceof FormData);
      const response = await fetch(booted.url + path + (queries[route] ?? ""), {
        method,
        headers: {
          authorization: `Bearer ${credential}`,
          ...(isJson && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
      });
      const answer = await response.text();
      expect(answer, route).not.toContain("ours@example.com");
      expect(answer, route).not.toContain("wxours");
      expect(answer, route).not.toContain(ours.id);
      expect(response.status, `${route} ${answer}`).toBeLessThan(500);
    }
  }
  booted.deps.shopData.changed(ours.id);
  expect(await state()).toEqual(before);
});
