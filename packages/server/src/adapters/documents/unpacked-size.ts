import { inflateRawSync } from "node:zlib";

const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;
const deflated = 8;

/**
 * Whether a ZIP's entries unpack to at most `limit` bytes together. They are unpacked to know, up to the limit and one
 * at a time, because what the directory says of their sizes may be a lie. Throws when it is no ZIP.
 */
export function unpacksWithin(zip: Uint8Array, limit: number): boolean {
  const view = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  let at = view.readUInt32LE(findEnd(view) + 16);
  let left = limit;
  while (at + 46 <= view.length && view.readUInt32LE(at) === entryOfDirectory) {
    const packed = view.readUInt32LE(at + 20);
    const local = view.readUInt32LE(at + 42);
    const from = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    const bytes = view.subarray(from, from + packed);
    const size = view.readUInt16LE(at + 10) === deflated ? inflatedSize(bytes, left) : packed;
    if (size === undefined || size > left) return false;
    left -= size;
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return true;
}

function inflatedSize(bytes: Uint8Array, most: number): number | undefined {
  if (bytes.length === 0) return 0;
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") return undefined;
    throw error;
  }
}

function findEnd(view: Buffer): number {
  for (let at = view.length - 22; at >= Math.max(0, view.length - 65_557); at--) {
    if (view.readUInt32LE(at) === endOfDirectory) return at;
  }
  throw new Error("it is no ZIP");
}
