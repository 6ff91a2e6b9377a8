import type { Server } from "socket.io";

type EngineSocket = Parameters<Parameters<Server["engine"]["on"]>[1]>[0];

/**
 * Bytes that may wait for a reader. More than the largest page of a conversation, so that a slow line can have one;
 * whoever takes nothing is cut off there, and catches up when they come back: nothing is left out in silence.
 */
const mostWaiting = 8 * 1024 * 1024;

/**
 * Everything for one socket that is made in one turn of the event loop leaves in one write, and all sockets' writes
 * follow each other: a commit of many messages wakes their readers once, not message by message. The frames are made
 * here and go straight to the network's socket, because packets, transports and their events cost more than the rest.
 */
export function sendInBursts({ engine }: Server): void {
  let due: (() => void)[] = [];

  function flushAll(): void {
    const flushes = due;
    due = [];
    for (const flush of flushes) flush();
  }

  engine.on("connection", (socket: EngineSocket) => {
    let texts: string[] = [];

    function flush(): void {
      if (texts.length === 0) return;
      const frames = texts;
      texts = [];
      const wire = socket.request.socket;
      if (socket.readyState !== "open" || !wire.writable) return;
      if (wire.writableLength > mostWaiting) wire.destroy();
      else wire.write(framesOf(frames));
    }

    const close = socket.close.bind(socket);
    socket.write = (text: string) => {
      if (texts.push(text) === 1 && due.push(flush) === 1) setImmediate(flushAll);
      return socket;
    };
    // Nothing may follow the frame that ends the connection.
    socket.close = (discard?: boolean) => {
      flush();
      close(discard);
    };
  });
}

const textFrame = 0x81;
/** Engine.IO's mark of a message. */
const message = 0x34;

/** WebSocket frames (RFC 6455, section 5.2), as servers send them: unmasked, one a message. */
function framesOf(texts: string[]): Buffer {
  const sizes = texts.map((text) => Buffer.byteLength(text) + 1);
  const frames = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + headSize(size) + size, 0));
  let at = 0;
  texts.forEach((text, n) => {
    const size = sizes[n] as number;
    frames[at] = textFrame;
    if (headSize(size) === 2) frames[at + 1] = size;
    else if (headSize(size) === 4) frames[at + 1] = 126;
    else frames[at + 1] = 127;
    if (headSize(size) === 4) frames.writeUInt16BE(size, at + 2);
    if (headSize(size) === 10) frames.writeBigUInt64BE(BigInt(size), at + 2);
    at += headSize(size);
    frames[at] = message;
    frames.write(text, at + 1);
    at += size;
  });
  return frames;
}

const headSize = (size: number) => (size < 126 ? 2 : size < 65_536 ? 4 : 10);
