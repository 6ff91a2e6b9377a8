/** What stands in the one field that is kept of a camera's notes: which way up the picture is, 1 to 8. */
const upright = 1;

const [startOfImage, endOfImage, startOfScan, app0, app2, app14, app15, comment] = [
  0xd8, 0xd9, 0xda, 0xe0, 0xe2, 0xee, 0xef, 0xfe,
];

/**
 * A JPEG without what was written beside the picture: EXIF with its place and time, XMP, IPTC, comments, and whatever
 * follows the picture's end. Colour profiles stay, and so does `orientation`, in an EXIF of our own.
 * Undefined where the segments don't add up.
 */
export function plainJpeg(bytes: Uint8Array, orientation = upright): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return undefined;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  if (orientation !== upright) kept.push(orientationSegment(orientation));
  for (let at = 2; at + 4 <= bytes.length || bytes[at + 1] === endOfImage; ) {
    const marker = bytes[at + 1] as number;
    if (bytes[at] !== 0xff) return undefined;
    // Any number of these may fill the space before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) return joined([...kept, bytes.subarray(at, at + 2)]);
    const end = at + 2 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number));
    if (end < at + 4 || end > bytes.length) return undefined;
    const next = marker === startOfScan ? scanEnd(bytes, end) : end;
    if (isPicture(marker, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return undefined;
}

/** JFIF, colour profiles and Adobe's colour transform are needed to show the picture; the other notes are not. */
function isPicture(marker: number, body: Uint8Array): boolean {
  if (marker === comment) return false;
  if (marker < app0 || marker > app15) return true;
  if (marker === app2) return new TextDecoder("latin1").decode(body.subarray(0, 11)) === "ICC_PROFILE";
  return marker === app0 || marker === app14;
}

/** Where the picture's data ends: at the next marker that is neither a stuffed byte nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] as number;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** The smallest EXIF that says which way up a picture is. */
function orientationSegment(orientation: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8];
  const entry = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const body = [...exif, ...tiff, ...entry];
  return new Uint8Array([0xff, 0xe1, 0, body.length + 2, ...body]);
}

function joined(parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
