import mammoth from "mammoth";
import type { ReadFile } from "../../knowledge/block.ts";
import { htmlBlocks } from "../../knowledge/readers/html.ts";
import { textBlocks } from "../../knowledge/readers/text.ts";
import { unpacksWithin } from "./unpacked-size.ts";

const mostUnpacked = 200 * 1024 * 1024;

/** The styles that Word's Chinese versions call headings. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
];

/** The text of a Word document; one without heading styles is read by its numbering. Throws when it is none. */
export async function readDocx(bytes: Uint8Array): Promise<ReadFile> {
  if (!unpacksWithin(bytes, mostUnpacked)) {
    return { blocks: [], passages: [], rejected: [{ place: "", reason: "unpacks to more than 200 MB" }] };
  }
  const nothing = mammoth.images.imgElement(async () => ({ src: "" }));
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap, convertImage: nothing });
  const blocks = htmlBlocks(value);
  if (blocks.some(({ kind }) => kind === "heading")) return { blocks, passages: [], rejected: [] };
  return { blocks: textBlocks(blocks.map(({ text }) => text).join("\n\n")), passages: [], rejected: [] };
}
