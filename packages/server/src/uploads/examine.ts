import { limits, ok, type Result, refuse } from "@yiwen/shared";
import { imageSize } from "image-size";
import { plainPng, plainWebp } from "./chunks.ts";
import { plainJpeg } from "./jpeg.ts";

/** A picture as it is kept: nothing in it but the picture. Pixels as they are seen, turned the right way up. */
export type Picture = { bytes: Uint8Array; mime: string; width: number; height: number };

/** How each kind is told from its first bytes. */
const kinds: { mime: string; type: string; begins(head: string): boolean }[] = [
  { mime: "image/jpeg", type: "jpg", begins: (head) => head.startsWith("\xff\xd8\xff") },
  { mime: "image/png", type: "png", begins: (head) => head.startsWith("\x89PNG\r\n\x1a\n") },
  { mime: "image/gif", type: "gif", begins: (head) => /^GIF8[79]a/.test(head) },
  { mime: "image/webp", type: "webp", begins: (head) => head.startsWith("RIFF") && head.slice(8, 12) === "WEBP" },
];

/**
 * What someone sent up as a picture: its kind by its first bytes, its size, and the bytes without a camera's notes.
 * Refuses with `upload_not_image` what is none of the kinds or is broken, with `upload_too_large` what is over a limit.
 */
export function examine(bytes: Uint8Array): Result<Picture> {
  if (bytes.length > limits.uploadBytes) return refuse("upload_too_large");
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  const kind = kinds.find(({ begins }) => begins(head));
  const measured = kind && measure(bytes);
  if (!kind || !measured || measured.type !== kind.type) return refuse("upload_not_image");
  const { width, height, orientation = 1 } = measured;
  if (width < 1 || height < 1) return refuse("upload_not_image");
  if (width > limits.uploadSide || height > limits.uploadSide) return refuse("upload_too_large");
  const plain = withoutNotes(kind.type, bytes, orientation);
  if (!plain) return refuse("upload_not_image");
  const isTurned = orientation >= 5 && orientation <= 8;
  return ok({ bytes: plain, mime: kind.mime, width: isTurned ? height : width, height: isTurned ? width : height });
}

function measure(bytes: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(bytes);
  } catch {
    return undefined;
  }
}

/** GIFs hold no EXIF; theirs are kept as they are. */
function withoutNotes(type: string, bytes: Uint8Array, orientation: number): Uint8Array | undefined {
  if (type === "jpg") return plainJpeg(bytes, orientation);
  if (type === "png") return plainPng(bytes);
  return type === "webp" ? plainWebp(bytes) : bytes;
}
