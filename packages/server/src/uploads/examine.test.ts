import { limits } from "@yiwen/shared";
import { imageSize } from "image-size";
import { expect, test } from "vitest";
import { gif, jpeg, png, secretPlace, webp } from "../../test/support/pictures.ts";
import { examine } from "./examine.ts";

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const kept = (bytes: Uint8Array) => {
  const result = examine(bytes);
  if (!result.ok) throw new Error(result.error.code);
  return result.data;
};
const codeOf = (bytes: Uint8Array) => {
  const result = examine(bytes);
  return result.ok ? "ok" : result.error.code;
};

test.each([
  ["image/jpeg", jpeg(640, 480)],
  ["image/png", png(64, 48)],
  ["image/webp", webp(64, 48)],
  ["image/gif", gif(64, 48)],
])("UP2 %s is told by its bytes, with its size", (mime, bytes) => {
  const { width, height } = imageSize(bytes);
  expect(kept(bytes)).toMatchObject({ mime, width, height });
});

test.each([
  ["a web page", Buffer.from("<!doctype html><script>alert(1)</script>")],
  ["a drawing with scripts", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ["a document", Buffer.from("%PDF-1.7")],
  ["nothing", Buffer.alloc(0)],
  ["a kind we don't take", Buffer.from("BM\x36\x00\x0c\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00")],
  ["a JPEG that stops in the middle", jpeg(640, 480, { end: false })],
  ["a JPEG's first bytes", jpeg(640, 480).subarray(0, 30)],
  ["a PNG that stops in the middle", png(64, 48).subarray(0, 60)],
  ["a WebP that says it is longer", webp(64, 48).subarray(0, 50)],
  ["a GIF without a size", gif(0, 48)],
])("UP2 %s is no picture", (_, bytes) => {
  expect(codeOf(bytes)).toBe("upload_not_image");
});

test("UP3 a picture over a limit is too large; one that just fits is not", () => {
  const heavy = (length: number) => Buffer.concat([gif(9, 9), Buffer.alloc(length - gif(9, 9).length)]);
  expect(codeOf(heavy(limits.uploadBytes))).toBe("ok");
  expect(codeOf(heavy(limits.uploadBytes + 1))).toBe("upload_too_large");
  expect(codeOf(gif(8000, 1))).toBe("ok");
  expect(codeOf(gif(1, 8001))).toBe("upload_too_large");
  expect(codeOf(jpeg(8001, 1))).toBe("upload_too_large");
});

test.each([
  ["JPEG", jpeg(640, 480)],
  ["PNG", png(64, 48, { notes: true })],
  ["WebP", webp(64, 48)],
])("UP4 where a %s was taken is not kept, nor anything else beside the picture", (_, bytes) => {
  expect(latin(bytes)).toContain(secretPlace);
  const plain = kept(bytes).bytes;
  expect(latin(plain)).not.toContain(secretPlace);
  expect(kept(plain).bytes).toEqual(plain);
});

test("UP4 colour profiles and the picture's own data stay to the last byte", () => {
  const plain = latin(kept(jpeg(640, 480)).bytes);
  expect(plain).toContain("ICC_PROFILE");
  expect(plain).toContain("JFIF");
  expect(plain).toContain("\x12\xff\x00\x34\xff\xd0\x56\xff\xc4");
  expect(plain.endsWith("\x78\xff\xd9")).toBe(true);
  const web = kept(webp(64, 48)).bytes;
  expect(latin(web)).toContain("ICCP");
  expect(Buffer.from(web).readUInt32LE(4)).toBe(web.length - 8);
  expect((web[20] as number) & 0x0c).toBe(0);
});

test.each([3, 6])(
  "UP4 a JPEG that stands in direction %i still does, and its size is the one that is seen",
  (orientation) => {
    const { bytes, width, height } = kept(jpeg(640, 480, { orientation }));
    expect(imageSize(bytes).orientation).toBe(orientation);
    expect([width, height]).toEqual(orientation === 6 ? [480, 640] : [640, 480]);
  },
);
