import { crc32, deflateSync } from "node:zlib";

const ascii = (text: string) => Buffer.from(text, "latin1");
const be16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const be32 = (value: number) => Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]);
const le32 = (value: number) => Buffer.from(be32(value)).reverse();

/** What no picture that is kept may hold. */
export const secretPlace = "31.2304N,121.4737E";

/** A real PNG of one colour; `notes` adds the place as text. */
export function png(width: number, height: number, { notes = false, colour = [11, 102, 228] } = {}): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([ascii(type), data]);
    return Buffer.concat([be32(data.length), body, be32(crc32(body))]);
  };
  const line = Buffer.concat([Buffer.from([0]), ...Array.from({ length: width }, () => Buffer.from(colour))]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)));
  const head = Buffer.concat([be32(width), be32(height), Buffer.from([8, 2, 0, 0, 0])]);
  return Buffer.concat([
    ascii("\x89PNG\r\n\x1a\n"),
    chunk("IHDR", head),
    ...(notes ? [chunk("tEXt", ascii(`Comment\0${secretPlace}`)), chunk("eXIf", ascii(secretPlace))] : []),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The segments of a JPEG as a phone writes them: place, direction, colour profile, comment, and something after the end. */
export function jpeg(width: number, height: number, { orientation = 1, end = true } = {}): Buffer {
  const segment = (marker: number, body: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker]), be16(body.length + 2), body]);
  const entry = Buffer.concat([Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0])]);
  const tiff = Buffer.concat([ascii("MM\0*"), be32(8), be16(1), entry, be32(0), ascii(secretPlace)]);
  const frame = Buffer.concat([Buffer.from([8]), be16(height), be16(width), Buffer.from([1, 1, 0x11, 0])]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, ascii("JFIF\0\x01\x01\0\0\x01\0\x01\0\0")),
    segment(0xe1, Buffer.concat([ascii("Exif\0\0"), tiff])),
    segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${secretPlace}`)),
    segment(0xe2, ascii("ICC_PROFILE\0\x01\x01profile")),
    segment(0xe2, ascii(`MPF\0${secretPlace}`)),
    segment(0xed, ascii(`Photoshop 3.0\0${secretPlace}`)),
    segment(0xfe, ascii(secretPlace)),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    Buffer.from([0xff]),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    segment(0xc4, Buffer.alloc(20, 2)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x78]),
    ...(end ? [Buffer.from([0xff, 0xd9]), ascii(secretPlace)] : []),
  ]);
}

/** An extended WebP with the place in EXIF and XMP. */
export function webp(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) =>
    Buffer.concat([ascii(type), le32(data.length), data, Buffer.alloc(data.length % 2)]);
  const size = (value: number) => le32(value - 1).subarray(0, 3);
  const body = Buffer.concat([
    ascii("WEBP"),
    chunk("VP8X", Buffer.concat([Buffer.from([0x20 | 0x08 | 0x04, 0, 0, 0]), size(width), size(height)])),
    chunk("ICCP", ascii("profile")),
    chunk("VP8L", ascii("/pixels")),
    chunk("EXIF", ascii(secretPlace)),
    chunk("XMP ", ascii(secretPlace)),
  ]);
  return Buffer.concat([ascii("RIFF"), le32(body.length), body]);
}

/** A GIF's head, which is all that is looked at. */
export function gif(width: number, height: number): Buffer {
  const size = (value: number) => be16(value).reverse();
  return Buffer.concat([ascii("GIF89a"), size(width), size(height), Buffer.from([0, 0, 0, 0x3b])]);
}
