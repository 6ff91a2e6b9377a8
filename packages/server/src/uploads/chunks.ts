/** Chunks of a PNG that tell of the camera, the place, the time or the author, not of the picture. */
const pngNotes = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);
const pngHead = 8;

/** A PNG without the notes beside the picture and without what follows its end. Undefined where it doesn't add up. */
export function plainPng(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes);
  const kept = [bytes.subarray(0, pngHead)];
  for (let at = pngHead; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const type = nameAt(bytes, at + 4);
    if (!pngNotes.has(type)) kept.push(bytes.subarray(at, end));
    if (type === "IEND") return new Uint8Array(Buffer.concat(kept));
    at = end;
  }
  return undefined;
}

const webpNotes = new Set(["EXIF", "XMP "]);
const webpHead = 12;
/** The flags of an extended WebP that announce EXIF and XMP. */
const noteFlags = 0x08 | 0x04;

/** A WebP without the notes beside the picture and without what follows its end. Undefined where it doesn't add up. */
export function plainWebp(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes);
  const length = view.getUint32(4, true) + 8;
  if (length < webpHead || length > bytes.length) return undefined;
  const kept = [bytes.subarray(0, webpHead)];
  for (let at = webpHead; at < length; ) {
    if (at + 8 > length) return undefined;
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (end > length) return undefined;
    if (!webpNotes.has(nameAt(bytes, at))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  const plain = new Uint8Array(Buffer.concat(kept));
  viewOf(plain).setUint32(4, plain.length - 8, true);
  if (nameAt(plain, webpHead) === "VP8X") plain[webpHead + 8] = (plain[webpHead + 8] as number) & ~noteFlags;
  return plain;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
