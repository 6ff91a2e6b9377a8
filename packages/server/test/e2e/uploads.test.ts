import type { Content, WireEvent } from "@yiwen/shared";
import { limits } from "@yiwen/shared";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Shop } from "../../src/ports/directory.ts";
import { type Booted, boot, settings } from "../support/boot.ts";
import { agent, botTexts, type Person, shopper } from "../support/people.ts";
import { gif, jpeg, png, secretPlace } from "../support/pictures.ts";
import { openShop } from "../support/shop.ts";

let booted: Booted;
let shop: Shop;
beforeAll(async () => {
  booted = await boot();
  shop = await openShop(booted);
});
afterAll(() => booted.close());

async function sendUp(
  token: string | undefined,
  bytes: Uint8Array,
  {
    field = "file",
    name = "a.jpg",
    headers = {},
    url = booted.url,
  }: { field?: string; name?: string; headers?: Record<string, string>; url?: string } = {},
) {
  const form = new FormData();
  form.set("shop", "another");
  form.set(field, new Blob([new Uint8Array(bytes)], { type: "image/jpeg" }), name);
  const response = await fetch(`${url}/v1/uploads`, {
    method: "POST",
    headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
    body: form,
  });
  const body = (await response.json()) as {
    data?: { uploadId: string };
    error?: { code: string; retryAfterMs?: number };
  };
  return { status: response.status, code: body.error?.code, retryAfterMs: body.error?.retryAfterMs, data: body.data };
}

const uploadId = async (person: { token: string }, bytes: Uint8Array = png(40, 30)) =>
  (await sendUp(person.token, bytes)).data?.uploadId ?? "";
const see = (id: string, key = shop.publicKey) => fetch(`${booted.url}/v1/uploads/${key}/${id}`);
const image = (id: string) => ({ content: { kind: "image", uploadId: id } });
const lastContent = (events: WireEvent[]): Content | undefined =>
  events.findLast((event) => event.type === "message.sent" && event.by.kind !== "bot")?.data as never;

describe("sending up", () => {
  test("UP1 a picture is answered with its id and size, and what is read back is the picture alone", async () => {
    const lin = await shopper(booted, shop);
    const sent = await sendUp(lin.token, jpeg(640, 480, { orientation: 6 }), { name: "../../evil.html" });
    expect(sent).toMatchObject({ status: 200, data: { width: 480, height: 640, mime: "image/jpeg" } });
    expect(sent.data?.uploadId).toMatch(/^[\w-]{24}$/);
    const read = await see(sent.data?.uploadId ?? "");
    expect(read.headers.get("content-type")).toBe("image/jpeg");
    expect(Buffer.from(await read.arrayBuffer()).toString("latin1")).not.toContain(secretPlace);
    lin.close();
  });

  test("UP2 what is no picture is refused whatever it is called, and so is a request without a file", async () => {
    const lin = await shopper(booted, shop);
    expect(await sendUp(lin.token, Buffer.from("<script>"))).toMatchObject({ status: 415, code: "upload_not_image" });
    expect(await sendUp(lin.token, png(4, 4), { field: "other" })).toMatchObject({
      status: 400,
      code: "invalid_input",
    });
    const headers = { authorization: `Bearer ${lin.token}`, "content-type": "application/json" };
    const plain = await fetch(`${booted.url}/v1/uploads`, { method: "POST", headers, body: "{}" });
    expect(plain.status).toBe(400);
    lin.close();
  });

  test("UP3 a file over 5 MB is refused as too large", async () => {
    const lin = await shopper(booted, shop);
    const heavy = (length: number) => Buffer.concat([gif(9, 9), Buffer.alloc(length - gif(9, 9).length)]);
    expect(await sendUp(lin.token, heavy(limits.uploadBytes + 1))).toMatchObject({
      status: 413,
      code: "upload_too_large",
    });
    expect((await sendUp(lin.token, heavy(limits.uploadBytes))).status).toBe(200);
    lin.close();
  });

  test("UP5 a picture is read by whoever has its id, for a year, and can do nothing but be seen", async () => {
    const lin = await shopper(booted, shop);
    const id = await uploadId(lin);
    const { status, headers } = await see(id);
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    lin.close();
  });

  test("UP5 one that is checked is not kept by browsers, one that was refused is not there, nor is one of another shop", async () => {
    const lin = await shopper(booted, shop);
    const id = await uploadId(lin);
    const other = await openShop(booted);
    const refused = async (response: Promise<Response>) => {
      const { status } = await response;
      const body = (await (await response).json()) as { error: { code: string } };
      return [status, body.error.code];
    };
    expect(await refused(see(id, other.publicKey))).toEqual([404, "upload_not_found"]);
    expect(await refused(see("a".repeat(24)))).toEqual([404, "upload_not_found"]);
    expect((await see("..%2F..%2Fsecret")).status).toBe(404);
    await booted.deps.uploads.move(shop.id, id, ["ready"], "checking");
    expect(await refused(see(id))).toEqual([404, "upload_not_found"]);
    await booted.deps.uploads.move(shop.id, id, ["checking"], "refused");
    expect(await refused(see(id))).toEqual([404, "upload_not_found"]);
    lin.close();
  });

  test("UP6 strangers send nothing up, nor do pages that the shop does not list", async () => {
    expect(await sendUp(undefined, png(4, 4))).toMatchObject({ status: 401, code: "unauthorized" });
    expect(await sendUp("at_wrong", png(4, 4))).toMatchObject({ status: 401, code: "unauthorized" });
    const careful = await openShop(booted, settings({ allowedOrigins: ["https://shop.example"] }));
    const lin = await shopper(booted, careful);
    const from = (origin: string) => sendUp(lin.token, png(4, 4), { headers: { origin } });
    expect((await from("https://evil.example")).code).toBe("origin_not_allowed");
    expect((await from("https://shop.example")).status).toBe(200);
    lin.close();
  });

  test("UP7 a shopper's pictures of 24 hours are counted, and it is said when the next may come", async () => {
    const lin = await shopper(booted, shop);
    const shopperId = (await booted.deps.uploads.find(shop.id, await uploadId(lin)))?.owner.id ?? "";
    const row = { shop: shop.id, mime: "image/png", size: 1, width: 1, height: 1, status: "ready" } as const;
    const createdAt = booted.clock.now() - 1000;
    for (let i = 1; i < limits.uploadsPerDay; i++) {
      await booted.deps.uploads.create({ ...row, id: `u${i}`, owner: { kind: "shopper", id: shopperId }, createdAt });
    }
    expect(await sendUp(lin.token, png(4, 4))).toMatchObject({
      status: 429,
      code: "upload_quota_reached",
      retryAfterMs: 86_400_000 - 1000,
    });
    const chen = await shopper(booted, shop);
    expect((await sendUp(chen.token, png(4, 4))).status).toBe(200);
    for (const person of [lin, chen]) person.close();
  });

  test("UP7 who sends up too fast is told how long to wait", async () => {
    const slow = await boot(({ limits }) => ({ limits: { ...limits, uploadsPerMinute: 2 } }));
    const lin = await shopper(slow, await openShop(slow));
    const send = () => sendUp(lin.token, png(4, 4), { url: slow.url });
    for (let i = 0; i < 2; i++) expect((await send()).status).toBe(200);
    expect(await send()).toMatchObject({ status: 429, code: "rate_limited", retryAfterMs: expect.any(Number) });
    lin.close();
    await slow.close();
  });
});

describe("in messages", () => {
  async function pair(): Promise<[Person<"shopper">, Person<"agent">]> {
    const lin = await shopper(booted, shop);
    await lin.open();
    const mei = await agent(booted, shop);
    await mei.open({}, lin.view().summary.id);
    return [lin, mei];
  }

  test("UP1 a picture of either side is stored with its size, and both see the same", async () => {
    const [lin, mei] = await pair();
    await lin.does("message.send", image(await uploadId(lin, png(40, 30))));
    await mei.does("conversation.takeOver");
    await mei.does("message.send", image(await uploadId(mei, png(20, 10))));
    await lin.does("message.send", image(await uploadId(lin, png(8, 6))));
    await Promise.all([lin.isUpToDate(), mei.isUpToDate()]);
    for (const person of [lin, mei]) {
      const shown = person
        .view()
        .events.flatMap((event) =>
          event.type === "message.sent" && event.data.content.kind === "image" ? [event.data.content] : [],
        );
      expect(shown.map(({ width, height }) => [width, height])).toEqual([
        [40, 30],
        [20, 10],
        [8, 6],
      ]);
      expect(person.view().summary.last).toMatchObject({ kind: "image", preview: "[图片]" });
      person.close();
    }
  });

  test("UP6 only who sent a picture up may send it on: another shopper's, an agent's and another shop's are not there", async () => {
    const [lin, mei] = await pair();
    const chen = await shopper(booted, shop);
    const theirs = await shopper(booted, await openShop(booted));
    const before = lin.view().seq;
    for (const owner of [chen, mei, theirs]) {
      const answer = await lin.tries("message.send", image(await uploadId(owner)));
      expect(answer).toMatchObject({ ok: false, error: { code: "upload_not_found" } });
    }
    expect(await lin.tries("message.send", image("nothing"))).toMatchObject({ error: { code: "upload_not_found" } });
    await mei.does("conversation.takeOver");
    const answer = await mei.tries("message.send", image(await uploadId(lin)));
    expect(answer).toMatchObject({ ok: false, error: { code: "upload_not_found" } });
    await lin.isUpToDate();
    expect(
      lin
        .view()
        .events.slice(before)
        .some(({ type }) => type === "message.sent"),
    ).toBe(false);
    for (const person of [lin, mei, chen, theirs]) person.close();
  });

  test("UP6 one that was refused is not sent, one that is still checked is, and sizes of the sender's own are invalid", async () => {
    const [lin, mei] = await pair();
    const id = await uploadId(lin);
    const sized = { content: { kind: "image", uploadId: id, width: 1, height: 1 } };
    expect(await lin.tries("message.send", sized)).toMatchObject({ error: { code: "invalid_input" } });
    await booted.deps.uploads.move(shop.id, id, ["ready"], "checking");
    await lin.does("message.send", image(id));
    await booted.deps.uploads.move(shop.id, id, ["checking"], "refused");
    expect(await lin.tries("message.send", image(id))).toMatchObject({ error: { code: "content_refused" } });
    for (const person of [lin, mei]) person.close();
  });

  test("UP9 the bot answers a picture once and honestly, and asks nobody by itself", async () => {
    const [lin, mei] = await pair();
    for (let i = 0; i < 3; i++) await lin.does("message.send", image(await uploadId(lin)));
    await lin.isUpToDate();
    await mei.isUpToDate();
    expect(botTexts(lin.view()).slice(1)[0]).toContain("看不懂图片");
    expect(lin.view().summary.floor).toBe("bot");
    expect(mei.view().events.some(({ type }) => type === "message.understood")).toBe(false);
    for (const person of [lin, mei]) person.close();
  });

  test("UP10 while a human is waited for or there, a picture is theirs: the bot is silent, and the agent's time runs", async () => {
    const [lin, mei] = await pair();
    await lin.does("handoff.request");
    await lin.isUpToDate();
    const said = botTexts(lin.view()).length;
    await lin.does("message.send", image(await uploadId(lin)));
    await mei.does("conversation.takeOver");
    await lin.does("message.send", image(await uploadId(lin)));
    await lin.isUpToDate();
    expect(botTexts(lin.view()).length).toBe(said);
    expect(lastContent(lin.view().events)).toMatchObject({ content: { kind: "image" } });
    await booted.clock.advance(11 * 60_000);
    await lin.seesEvent("agent.left");
    for (const person of [lin, mei]) person.close();
  });
});
