/** A piece of a connection that may be dropped, doubled or moved as a whole without breaking what follows. */
export type Piece = {
  bytes: Buffer;
  /** A whole WebSocket message of the application's; pings, pongs, closes and HTTP heads are not. */
  isMessage: boolean;
};

const headEnd = "\r\n\r\n";
const textFrame = 1;

/**
 * Cuts one direction of a connection into pieces: the HTTP head, then WebSocket frames (RFC 6455, section 5.2). What is
 * no WebSocket comes through as it is. Of the frames it reads the length and whether it is one of Engine.IO's heartbeats.
 */
export function createSplitter(isFramed: boolean): (chunk: Buffer) => Piece[] {
  let mode: "head" | "frames" | "raw" = isFramed ? "head" : "raw";
  let rest: Buffer = Buffer.alloc(0);

  function next(): Piece | undefined {
    const size = mode === "head" ? headSize(rest) : mode === "frames" ? frameSize(rest) : rest.length;
    if (size === undefined || size === 0 || rest.length < size) return undefined;
    const bytes = rest.subarray(0, size);
    rest = rest.subarray(size);
    const isMessage = mode === "frames" && isApplication(bytes);
    if (mode === "head") mode = /\r\nupgrade: websocket\r\n/i.test(bytes.toString("latin1")) ? "frames" : "raw";
    return { bytes, isMessage };
  }

  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const pieces: Piece[] = [];
    for (let piece = next(); piece; piece = next()) pieces.push(piece);
    return pieces;
  };
}

function headSize(bytes: Buffer): number | undefined {
  const at = bytes.indexOf(headEnd);
  return at < 0 ? undefined : at + headEnd.length;
}

/** Where the payload begins and how long it is. */
function layout(bytes: Buffer): { start: number; length: number; mask: number } | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes.readUInt8(1) & 0x7f;
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
  const mask = bytes.readUInt8(1) & 0x80 ? 4 : 0;
  if (bytes.length < 2 + extra + mask) return undefined;
  const length = extra === 2 ? bytes.readUInt16BE(2) : extra === 8 ? Number(bytes.readBigUInt64BE(2)) : short;
  return { start: 2 + extra + mask, length, mask };
}

function frameSize(bytes: Buffer): number | undefined {
  const place = layout(bytes);
  return place && place.start + place.length;
}

/** Engine.IO's "4": a message. Its "2" and "3" are the heartbeats that keep a socket looking healthy. */
function isApplication(frame: Buffer): boolean {
  const place = layout(frame);
  if (!place || place.length === 0 || (frame.readUInt8(0) & 0x0f) !== textFrame) return false;
  const first = frame.readUInt8(place.start) ^ (place.mask ? frame.readUInt8(place.start - 4) : 0);
  return first === "4".charCodeAt(0);
}
