import type { ShopperState } from "@yiwen/shared";
import { afterAll, beforeAll, expect, test } from "vitest";
import { png } from "../../../server/test/support/pictures.ts";
import type { FakeFile } from "../support/fake-wx.ts";
import { identityOf } from "../support/identity.ts";
import { isSettled, messages, sees } from "../support/looks.ts";
import type { Phone } from "../support/phone.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** A picture on the phone, with as many bytes after its end as make it so large. */
function picture(phone: Phone, size?: number, type = "png"): string {
  const real = png(40, 30);
  const bytes = new Uint8Array(Math.max(size ?? 0, real.length));
  bytes.set(real);
  const file: FakeFile = { bytes, width: 40, height: 30, type };
  const path = `wxfile://tmp/${phone.state.files.size}.${type}`;
  phone.state.files.set(path, file);
  return path;
}

const uploads = (requests: { path: string; body: unknown }[]) =>
  requests.filter(({ path }) => path === "/v1/uploads").map(({ body }) => (body as { filePath: string }).filePath);

test("MP13 a picture is sent up, sent by its id, and read at the address of its id", async () => {
  const phone = world.phone();
  const { yiwen } = await phone.start();
  await yiwen.client.open();
  const uploaded = await yiwen.upload(picture(phone));
  expect(uploaded).toMatchObject({ ok: true, data: { width: 40, height: 30 } });
  if (!uploaded.ok) return;
  yiwen.client.send({ kind: "image", uploadId: uploaded.data.uploadId });
  const own = (state: ShopperState) => messages(state).filter(({ by }) => by.kind === "shopper");
  const state = await sees(yiwen, (state) => isSettled(state) && own(state).length > 0);
  expect(own(state)[0]?.data.content).toMatchObject({ kind: "image", width: 40, height: 30 });
  const response = await fetch(yiwen.imageUrl(uploaded.data.uploadId));
  expect(response.headers.get("content-type")).toBe("image/png");
});

test("MP13 a large picture is compressed first, a small or a moving one goes as it is", async () => {
  const phone = world.phone();
  const { yiwen, wx } = await phone.start();
  const [small, large, moving] = [picture(phone), picture(phone, 900_000), picture(phone, 900_000, "gif")];
  for (const path of [small, large, moving]) await yiwen.upload(path);
  expect(uploads(wx.requests)).toEqual([small, `${large}.compressed`, moving]);
});

test("MP13 compressing that makes nothing smaller, or fails, is as if it had not been", async () => {
  const phone = world.phone();
  phone.state.compression = 1;
  const { yiwen, wx } = await phone.start();
  const path = picture(phone, 900_000);
  await yiwen.upload(path);
  wx.compressImage = ({ fail }) => fail?.({ errMsg: "compressImage:fail" });
  await yiwen.upload(path);
  expect(uploads(wx.requests)).toEqual([path, path]);
});

test("MP14 a picture that stays too large is refused before it is sent", async () => {
  const phone = world.phone();
  phone.state.compression = 0.9;
  const { yiwen, wx } = await phone.start();
  expect(await yiwen.upload(picture(phone, 8_000_000))).toMatchObject({
    ok: false,
    error: { code: "upload_too_large" },
  });
  expect(uploads(wx.requests)).toEqual([]);
});

test("MP14 what the server refuses, and a network that fails, are told; nothing rejects", async () => {
  const phone = world.phone();
  const { yiwen } = await phone.start();
  phone.state.files.set("not-a-picture", { bytes: new Uint8Array(10), width: 1, height: 1, type: "png" });
  expect(await yiwen.upload("not-a-picture")).toMatchObject({ ok: false, error: { code: "upload_not_image" } });
  expect(await yiwen.upload("not-there")).toMatchObject({ ok: false, error: { code: "unavailable" } });
  world.network.down();
  expect(await yiwen.upload(picture(phone))).toMatchObject({ ok: false, error: { code: "unavailable" } });
  world.network.up();
});

test("MP14 a token that has run out meanwhile is renewed, and the picture sent up all the same", async () => {
  const phone = world.phone();
  const first = await phone.start();
  await first.yiwen.client.open();
  const key = [...phone.state.storage.keys()].find((name) => name.endsWith(":session"))!;
  phone.state.storage.set(key, phone.state.storage.get(key)!.replace(/"token":"[^"]+"/, '"token":"stale"'));
  const { yiwen, wx } = await phone.start();
  expect(await yiwen.upload(picture(phone))).toMatchObject({ ok: true });
  expect(uploads(wx.requests)).toHaveLength(2);
});

test("MP54 a picture is sent up as whose it is, also when another signs in while it is made smaller", async () => {
  const phone = world.phone();
  const { yiwen, wx } = await phone.start({ identity: identityOf(world, "拍照的") });
  await yiwen.client.open();
  const { compressImage } = wx;
  wx.compressImage = (options) => {
    yiwen.setIdentity(identityOf(world, "接手的"));
    compressImage?.(options);
  };
  const token = () => wx.requests.filter(({ path }) => path === "/v1/uploads").at(-1)?.header?.authorization;
  const key = [...phone.state.storage.keys()].find((name) => name.endsWith(":session"))!;
  const { token: own } = JSON.parse(phone.state.storage.get(key)!) as { token: string };
  await yiwen.upload(picture(phone, 900_000));
  expect(token()).toBe(`Bearer ${own}`);
});
