import { heldPictures } from "@yiwen/shared";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Shop } from "../../src/ports/directory.ts";
import { signPush } from "../../src/wechat-push/is-from-wechat.ts";
import {
  app,
  bootWeapp,
  counted,
  passUntil,
  publicUrl,
  pushToken,
  request,
  type WeappWorld,
  weappPair,
  weappShopper,
} from "../support/boot-weapp.ts";
import { type Person, shopper } from "../support/people.ts";
import { png } from "../support/pictures.ts";

let world: WeappWorld;
let booted: WeappWorld["booted"];
/** What is not checked in time passes in the one and is refused in the other. */
let open: Shop;
let strict: Shop;
beforeAll(async () => {
  world = await bootWeapp();
  booted = world.booted;
  open = await world.shop({ checkContent: true });
  strict = await world.shop({ checkContent: true, uncheckedContent: "refuse" });
  world.wechat.refuse("违禁");
  world.wechat.refuse("可疑", "review");
});
afterAll(() => world.close());

const checkPath = "/wxa/msg_sec_check";
const checks = (what: string, outcome: string) =>
  counted(booted, `yiwen_content_checks_total{what="${what}",outcome="${outcome}"}`);
const text = (words: string) => ({ content: { kind: "text", text: words } });
const texts = (person: Person<"shopper"> | Person<"agent">) =>
  person
    .view()
    .events.flatMap((event) =>
      event.type === "message.sent" && event.data.content.kind === "text" && event.by.kind !== "bot"
        ? [event.data.content.text]
        : [],
    );

describe("texts", () => {
  test("WX30 a risky text of shopper or agent is refused to its sender, and nothing of it is stored or shown", async () => {
    const { lin, mei } = await weappPair(booted, open, "o-text");
    const before = [lin.view().seq, mei.view().seq];
    const id = "the-same-command";
    expect(await lin.tries("message.send", text("这里有违禁词"), id)).toMatchObject({
      ok: false,
      error: { code: "content_refused", retryable: false },
    });
    const asked = world.wechat.callsTo(checkPath).length;
    expect(await lin.tries("message.send", text("这里有违禁词"), id)).toMatchObject({
      error: { code: "content_refused" },
    });
    expect(world.wechat.callsTo(checkPath)).toHaveLength(asked);
    expect(await mei.tries("message.send", text("违禁的回复"))).toMatchObject({ error: { code: "content_refused" } });
    expect([lin.view().seq, mei.view().seq]).toEqual(before);

    await lin.says("这个可疑吗");
    await mei.says("没问题");
    await mei.does("message.note", { text: "违禁也只有同事看到" });
    await lin.isUpToDate();
    await mei.isUpToDate();
    expect(texts(lin)).toEqual(["这个可疑吗", "没问题"]);
    for (const call of world.wechat.callsTo(checkPath))
      expect(call.body).toMatchObject({ openid: "o-text", version: 2 });

    await mei.does("conversation.close", { resolution: "resolved" });
    const rating = { score: 1, comment: "违禁的评价" };
    expect(await lin.tries("rating.give", rating)).toMatchObject({ error: { code: "content_refused" } });
    await lin.does("rating.give", { score: 1, comment: "一般" });
    lin.close();
    mei.close();
  });

  test("WX31 where WeChat doesn't say in time the shop's setting decides, and it is counted", async () => {
    const lenient = await weappPair(booted, open, "o-open");
    const severe = await weappPair(booted, strict, "o-strict");
    const before = await checks("text", "unchecked");
    world.wechat.breakDown(checkPath, 503, 1);
    await lenient.lin.says("在吗");
    world.wechat.fail(checkPath, 61010, 2);
    expect(await severe.lin.tries("message.send", text("在吗"))).toMatchObject({ error: { code: "content_refused" } });
    expect(await severe.mei.tries("message.send", text("在的"))).toMatchObject({ error: { code: "content_refused" } });
    await severe.lin.says("现在呢");
    expect(texts(severe.lin)).toEqual(["现在呢"]);
    expect(await checks("text", "unchecked")).toBe(before + 3);
    for (const { lin, mei } of [lenient, severe]) {
      lin.close();
      mei.close();
    }
  });

  test("WX32 the web, and a shop that doesn't want it, ask WeChat nothing", async () => {
    const before = world.wechat.callsTo(checkPath).length;
    const web = await shopper(booted, open, "lin");
    await web.open();
    await web.says("违禁");
    const off = await world.shop();
    const lin = await weappShopper(booted, off, "o-off");
    await lin.says("违禁");
    expect(world.wechat.callsTo(checkPath)).toHaveLength(before);
    for (const person of [web, lin]) person.close();
  });

  test("WX33 what one sender writes keeps its order while it is checked, and holds up nobody else", async () => {
    const { lin, mei } = await weappPair(booted, open, "o-order");
    const letGo = world.wechat.hold(checkPath);
    const before = world.wechat.callsTo(checkPath).length;
    const [first, second] = [lin.says("第一句"), lin.says("第二句")];
    await mei.does("message.note", { text: "等一下" });
    await lin.command("catalog.read", { productIds: ["hoodie"] });
    await expect.poll(() => world.wechat.callsTo(checkPath).length).toBeGreaterThan(before);
    // Side by side their answers could come in any order.
    expect(world.wechat.callsTo(checkPath).slice(before)).toMatchObject([{ body: { content: "第一句" } }]);
    letGo();
    await Promise.all([first, second]);
    await mei.isUpToDate();
    expect(texts(mei)).toEqual(["第一句", "第二句"]);
    lin.close();
    mei.close();
  });
});

const mediaPath = "/wxa/media_check_async";

async function sendPicture(
  person: Person<"shopper"> | Person<"agent">,
): Promise<{ uploadId: string; message: string }> {
  const form = new FormData();
  form.set("file", new Blob([png(4, 3)], { type: "image/png" }), "p.png");
  const response = await fetch(`${booted.url}/v1/uploads`, {
    method: "POST",
    headers: { authorization: `Bearer ${person.token}` },
    body: form,
  });
  const { data } = (await response.json()) as { data: { uploadId: string } };
  const message = `picture-${data.uploadId}`;
  const sent = await person.tries("message.send", { content: { kind: "image", uploadId: data.uploadId } }, message);
  expect(sent).toMatchObject({ ok: true });
  return { uploadId: data.uploadId, message };
}

const see = (shop: Shop, uploadId: string, pass = "") =>
  fetch(`${booted.url}/v1/uploads/${shop.publicKey}/${uploadId}${pass}`);

/** The picture as WeChat was given it, once it was. */
async function askedAbout(uploadId: string) {
  const find = () => world.wechat.pictures.find(({ url }) => url.includes(uploadId));
  await passUntil(booted, () => find() !== undefined);
  return find() as NonNullable<ReturnType<typeof find>>;
}

function signed(token = pushToken, at = booted.clock.now()): string {
  const [timestamp, nonce] = [String(Math.floor(at / 1000)), "nonce42"];
  return new URLSearchParams({
    signature: signPush(token, timestamp, nonce),
    timestamp,
    nonce,
    openid: "o",
  }).toString();
}

const xml = (traceId: string, suggest: string) => `<xml>
  <ToUserName><![CDATA[gh_6e306981e699]]></ToUserName>
  <FromUserName><![CDATA[oeaTy0Ej7xM]]></FromUserName>
  <CreateTime>1659967849</CreateTime>
  <MsgType><![CDATA[event]]></MsgType>
  <Event><![CDATA[wxa_media_check]]></Event>
  <appid><![CDATA[${app.appId}]]></appid>
  <trace_id><![CDATA[${traceId}]]></trace_id>
  <version>2</version>
  <detail><strategy><![CDATA[content_model]]></strategy><errcode>-2</errcode><suggest><![CDATA[review]]></suggest></detail>
  <errcode>0</errcode>
  <errmsg><![CDATA[ok]]></errmsg>
  <result><suggest><![CDATA[${suggest}]]></suggest><label>100</label></result>
</xml>`;

const json = (traceId: string, suggest: string, errcode = 0) => ({
  ToUserName: "gh_6e306981e699",
  MsgType: "event",
  Event: "wxa_media_check",
  appid: app.appId,
  trace_id: traceId,
  version: 2,
  detail: [{ strategy: "content_model", errcode: 0, suggest: "risky" }],
  errcode,
  errmsg: "ok",
  result: { suggest, label: 100 },
});

const push = (shop: Shop, body: object | string, query = signed()) =>
  request(booted, "POST", `/v1/wechat/${shop.publicKey}?${query}`, { body });

/** WeChat's word, said again until it is taken: it may come before we noted what we asked. */
async function pushed(shop: Shop, body: object | string): Promise<void> {
  for (;;) {
    const { status, body: answer } = await push(shop, body);
    if (status !== 503) {
      expect([status, answer]).toEqual([200, "success"]);
      return;
    }
  }
}

const stateOf = (person: Person<"shopper"> | Person<"agent">, message: string) =>
  heldPictures(person.view().events).get(message) ?? "shown";

describe("pictures", () => {
  test("WX34 a picture is seen by WeChat alone until it passed, and by everyone from then on", async () => {
    const { lin, mei } = await weappPair(booted, open, "o-pic");
    for (const [sender, body] of [[lin, xml] as const, [mei, json] as const]) {
      const { uploadId, message } = await sendPicture(sender);
      await mei.sees(() => stateOf(mei, message) === "checking");
      await lin.sees(() => stateOf(lin, message) === "checking");
      expect((await see(open, uploadId)).status).toBe(404);
      const { url, traceId, openid } = await askedAbout(uploadId);
      expect(openid).toBe("o-pic");
      expect(url.startsWith(`${publicUrl}/v1/uploads/${open.publicKey}/${uploadId}?check=`)).toBe(true);
      expect((await see(open, uploadId, new URL(url).search)).status).toBe(200);
      expect((await see(open, uploadId, "?check=guessed")).status).toBe(404);

      await pushed(open, body(traceId, "pass"));
      for (const person of [lin, mei]) await person.sees(() => stateOf(person, message) === "shown");
      expect((await see(open, uploadId)).status).toBe(200);
      await pushed(open, body(traceId, "pass"));
      await lin.isUpToDate();
      await mei.isUpToDate();
      expect(mei.view().events.filter(({ type }) => type === "message.cleared")).toHaveLength(sender === lin ? 1 : 2);
    }
    lin.close();
    mei.close();
  });

  test("WX35 a risky picture is withheld from everyone, and its bytes are gone", async () => {
    const { lin, mei } = await weappPair(booted, open, "o-risky");
    const { uploadId, message } = await sendPicture(lin);
    const { traceId } = await askedAbout(uploadId);
    await pushed(open, json(traceId, "risky"));
    for (const person of [lin, mei]) await person.sees(() => stateOf(person, message) === "withheld");
    expect((await see(open, uploadId)).status).toBe(404);
    const again = { content: { kind: "image", uploadId } };
    expect(await lin.tries("message.send", again)).toMatchObject({ error: { code: "content_refused" } });
    await lin.isUpToDate();
    await mei.isUpToDate();
    lin.close();
    mei.close();
  });

  test("WX36 a check that is not answered ends by the shop's setting; a bad word that comes later still counts", async () => {
    const before = await checks("picture", "unchecked");
    const lenient = await weappPair(booted, open, "o-late");
    const severe = await weappPair(booted, strict, "o-severe");
    const [shown, hidden] = [await sendPicture(lenient.lin), await sendPicture(severe.lin)];
    const { traceId } = await askedAbout(shown.uploadId);
    await passUntil(booted, () => stateOf(lenient.lin, shown.message) === "shown");
    await passUntil(booted, () => stateOf(severe.lin, hidden.message) === "withheld");
    expect((await see(open, shown.uploadId)).status).toBe(200);
    expect((await see(strict, hidden.uploadId)).status).toBe(404);
    expect(await checks("picture", "unchecked")).toBe(before + 2);

    await pushed(open, json(traceId, "risky"));
    await lenient.mei.sees(() => stateOf(lenient.mei, shown.message) === "withheld");
    expect((await see(open, shown.uploadId)).status).toBe(404);
    for (const { lin, mei } of [lenient, severe]) {
      lin.close();
      mei.close();
    }
  });

  test("WX37 where WeChat can't be asked about a picture, or could not look at it, the shop's setting decides", async () => {
    const { lin, mei } = await weappPair(booted, open, "o-broken");
    world.wechat.breakDown(mediaPath, 500, 3);
    const first = await sendPicture(lin);
    await mei.sees(() => stateOf(mei, first.message) === "checking");
    const start = booted.clock.now();
    await passUntil(booted, () => stateOf(mei, first.message) === "shown");
    // Three tries and no more: what is decided then is done at once.
    expect(booted.clock.now() - start).toBeLessThan(15_000);

    const second = await sendPicture(lin);
    const { traceId } = await askedAbout(second.uploadId);
    await pushed(open, json(traceId, "pass", -1));
    expect(stateOf(mei, second.message)).not.toBe("withheld");
    await passUntil(booted, () => stateOf(mei, second.message) === "shown");
    lin.close();
    mei.close();
  });

  test.each(["risky", "pass"])(
    "WX41 WeChat's word reaches the conversation when it is said again, where it could not be stored at first, and once: %s",
    async (suggest) => {
      const { lin, mei } = await weappPair(booted, open, `o-again-${suggest}`);
      const { uploadId, message } = await sendPicture(lin);
      const { traceId } = await askedAbout(uploadId);
      const outcome = suggest === "risky" ? "message.withheld" : "message.cleared";
      const { append } = booted.deps.store;
      const failing = vi.spyOn(booted.deps.store, "append").mockImplementation(async (one) => {
        if (!one.events.some(({ type }) => type === outcome)) return append(one);
        failing.mockRestore();
        throw Object.assign(new Error("the database is going down"), { code: "57P01" });
      });
      await pushed(open, json(traceId, suggest));
      await mei.sees(() => stateOf(mei, message) === (suggest === "risky" ? "withheld" : "shown"));
      await Promise.all([pushed(open, json(traceId, suggest)), pushed(open, json(traceId, suggest))]);
      await mei.isUpToDate();
      expect(mei.view().events.filter(({ type }) => type === outcome)).toHaveLength(1);
      expect((await see(open, uploadId)).status).toBe(suggest === "risky" ? 404 : 200);
      for (const person of [lin, mei]) person.close();
    },
  );

  test("WX41 WeChat's word, said twice at once, is told once", async () => {
    const { lin, mei } = await weappPair(booted, open, "o-twice");
    const { uploadId, message } = await sendPicture(lin);
    const { traceId } = await askedAbout(uploadId);
    await Promise.all([pushed(open, json(traceId, "risky")), pushed(open, json(traceId, "risky"))]);
    await mei.sees(() => stateOf(mei, message) === "withheld");
    await mei.isUpToDate();
    expect(mei.view().events.filter(({ type }) => type === "message.withheld")).toHaveLength(1);
    for (const person of [lin, mei]) person.close();
  });

  test("WX38 a picture goes on being checked when the server is started anew", async () => {
    const { lin, mei } = await weappPair(booted, strict, "o-restart");
    const { uploadId, message } = await sendPicture(lin);
    const { traceId } = await askedAbout(uploadId);
    for (const person of [lin, mei]) person.close();
    await booted.restart();
    await pushed(strict, xml(traceId, "pass"));
    const again = await weappShopper(booted, strict, "o-restart");
    await again.sees(() => stateOf(again, message) === "shown");
    again.close();
  });

  test("WX39 WeChat's pushes are taken only with its signature and lately; its greeting is answered", async () => {
    const greet = (query: string) => request(booted, "GET", `/v1/wechat/${open.publicKey}?${query}&echostr=4711`);
    expect(await greet(signed())).toEqual({ status: 200, body: "4711" });
    expect((await greet(signed("another token"))).status).toBe(403);
    expect((await greet(signed(pushToken, booted.clock.now() - 3_600_000))).status).toBe(403);
    expect((await push(open, json("t", "risky"), signed("another token"))).status).toBe(403);
    const { lin, mei } = await weappPair(booted, open, "o-sign");
    const { uploadId, message } = await sendPicture(lin);
    const { traceId } = await askedAbout(uploadId);
    const query = new URLSearchParams(signed());
    query.set("signature", "0".repeat(40));
    expect((await push(open, json(traceId, "risky"), query.toString())).status).toBe(403);
    // Another shop's WeChat knows nothing of it.
    expect((await push(strict, json(traceId, "risky"))).status).toBe(503);
    expect(stateOf(mei, message)).toBe("checking");
    expect(await push(open, "<xml><Event><![CDATA[user_enter_tempsession]]></Event></xml>")).toMatchObject({
      status: 200,
      body: "success",
    });
    expect(await push(open, "{ broken")).toMatchObject({ status: 200 });
    lin.close();
    mei.close();
  });
});

test("WX40 a picture that needs no check is shown at once", async () => {
  const off = await world.shop();
  const lin = await weappShopper(booted, off, "o-free");
  const { uploadId, message } = await sendPicture(lin);
  expect(stateOf(lin, message)).toBe("shown");
  expect((await see(off, uploadId)).status).toBe(200);
  expect(lin.view().events).toContainEqual(
    expect.objectContaining({
      type: "message.sent",
      data: { id: message, content: { kind: "image", uploadId, width: 4, height: 3 } },
    }),
  );
  lin.close();
});
