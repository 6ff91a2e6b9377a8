import { expect, test } from "vitest";
import { docxOf, pdfOf, zipOf } from "../../../test/support/office-files.ts";
import { chunkBlocks } from "../../knowledge/chunk.ts";
import { createDocuments } from "./documents.ts";
import { unpacksWithin } from "./unpacked-size.ts";

const documents = createDocuments();
const reasons = async (kind: "pdf" | "docx", bytes: Uint8Array) =>
  (await documents.read(kind, bytes)).rejected.map(({ place, reason }) => `${place}:${reason}`);

test("KN3 a PDF becomes passages by the size of its print, also where its Chinese is in an older encoding", async () => {
  const { blocks, rejected } = await documents.read(
    "pdf",
    pdfOf(["退货政策\n签收后七天内可退。\n运费由您承担。", "运费\n满额包邮。"]),
  );
  expect(rejected).toEqual([]);
  expect(chunkBlocks({ document: "d" }, blocks).map(({ title, text }) => [title, text])).toEqual([
    ["退货政策", "签收后七天内可退。\n运费由您承担。"],
    ["运费", "满额包邮。"],
  ]);
});

test("KN3 a Word document becomes passages by its headings, the Chinese Word's too", async () => {
  const { blocks } = await documents.read(
    "docx",
    docxOf([
      { text: "售后", level: 1 },
      { text: "怎么换货", level: 2 },
      { text: "签收后十五天内可换。" },
      { text: "保修多久", level: 2 },
      { text: "一年。" },
    ]),
  );
  expect(chunkBlocks({ document: "d" }, blocks).map(({ title, text }) => [title, text])).toEqual([
    ["售后 · 怎么换货", "签收后十五天内可换。"],
    ["售后 · 保修多久", "一年。"],
  ]);
});

test("KN6 a page without text is named, and the others are read", async () => {
  const { blocks, rejected } = await documents.read("pdf", pdfOf(["退货\n七天内可退。", ""]));
  expect(rejected).toEqual([{ place: "page 2", reason: "holds no text; a scanned picture can't be read" }]);
  expect(blocks).toHaveLength(2);
});

test("KN6 a broken file is rejected with the reason and harms nothing", { timeout: 60_000 }, async () => {
  const pdf = pdfOf(["退货\n七天内可退。"]);
  const docx = docxOf([{ text: "退货" }]);
  const random = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3)) & 255);
  expect(await reasons("pdf", new Uint8Array(0))).toEqual([":is no PDF that can be read"]);
  expect(await reasons("pdf", random)).toEqual([":is no PDF that can be read"]);
  expect(await reasons("docx", random)).toEqual([":is no DOCX that can be read"]);
  expect(await reasons("docx", docx.subarray(0, docx.length - 30))).toEqual([":is no DOCX that can be read"]);
  expect(await reasons("docx", zipOf({ "a.txt": "x" }))).toEqual([":is no DOCX that can be read"]);
  for (let seed = 1; seed <= 6; seed++) {
    const broken = pdf.map((byte, at) => ((at * 31 + seed * 17) % 97 === 0 ? (byte + seed * 13) & 255 : byte));
    const { blocks, rejected } = await documents.read("pdf", broken);
    expect(blocks.length + rejected.length, `seed ${seed}`).toBeGreaterThan(0);
  }
});

test("KN6 a small file that unpacks to too much is refused before it is unpacked whole", async () => {
  const zip = zipOf({ "word/document.xml": new Uint8Array(3_000_000), "b.xml": "x" });
  expect(unpacksWithin(zip, 4_000_000)).toBe(true);
  expect(unpacksWithin(zip, 2_000_000)).toBe(false);
});

test("KN6 a file that takes too long is given up", async () => {
  const { rejected } = await createDocuments({ within: 1 }).read("pdf", pdfOf(["退货\n七天内可退。"]));
  expect(rejected[0]?.reason).toMatch(/^can't be read in/);
});
