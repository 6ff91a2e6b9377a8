import { createServer, type ListenOptions, type Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";

export type WireServer = {
  /** Where it listens, unless that is a path. */
  port?: number;
  /** Ends the connections too. */
  close(): void;
};

/**
 * Answers PostgreSQL's wire protocol (https://www.postgresql.org/docs/current/protocol-message-formats.html) with
 * PGlite, for one driver with one connection: all of PGlite is one session. Whatever whole messages have come are run
 * at once and answered in one write.
 */
export async function serveWire(db: PGlite, where: ListenOptions): Promise<WireServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    attach(db, socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(where, resolve);
  });
  const address = server.address();
  return {
    ...(typeof address === "object" && address && { port: address.port }),
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function attach(db: PGlite, socket: Socket): void {
  let rest: Buffer = Buffer.alloc(0);
  let isGreeted = false;

  function answer(messages: Buffer): void {
    if (messages.length === 0) return;
    socket.cork();
    // The bytes are Postgres's own memory, which the next message writes over.
    run(db, messages, (bytes) => socket.write(Buffer.from(bytes))).then(
      () => socket.uncork(),
      // Postgres itself broke off; the driver sees a lost connection and says so to whoever asked.
      () => socket.destroy(),
    );
  }

  function take(chunk: Buffer): void {
    let bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    if (!isGreeted) {
      const end = endOfMessage(bytes, 0, 0);
      isGreeted = end !== undefined;
      answer(bytes.subarray(0, end ?? 0));
      bytes = bytes.subarray(end ?? 0);
    }
    const { end, isLast } = isGreeted ? wholeMessages(bytes) : { end: 0, isLast: false };
    rest = bytes.subarray(end);
    answer(bytes.subarray(0, end));
    if (isLast) socket.end();
  }

  socket.setNoDelay(true);
  socket.on("error", () => {});
  socket.on("close", () => {
    // At once: the session is the next connection's too.
    if (!db.closed && db.isInTransaction()) run(db, rollback, () => {}).catch(() => {});
  });
  socket.on("data", take);
}

/** Runs messages at once. Not PGlite's call without a stream, which remembers every answer for a reader who never comes. */
function run(db: PGlite, messages: Buffer, answered: (bytes: Uint8Array) => void): Promise<void> {
  return db.execProtocolRawStream(messages, { syncToFs: false, onRawData: answered });
}

/** A simple query: its letter, its length, its text. */
const rollback = Buffer.from("Q\0\0\0\x0drollback\0");

/** The letter of the message that ends a connection. PGlite's session goes on, so it never comes to see it. */
const terminate = 0x58;

/** Where the last whole message ends, or the last before the connection's own end. */
function wholeMessages(bytes: Buffer): { end: number; isLast: boolean } {
  let at = 0;
  for (let next = endOfMessage(bytes, at, 1); next !== undefined; next = endOfMessage(bytes, at, 1)) {
    if (bytes[at] === terminate) return { end: at, isLast: true };
    at = next;
  }
  return { end: at, isLast: false };
}

/** Where a message ends that has so many bytes before its length: one for its letter, none in the first. */
function endOfMessage(bytes: Buffer, at: number, before: number): number | undefined {
  if (at + before + 4 > bytes.length) return undefined;
  const end = at + before + bytes.readUInt32BE(at + before);
  return end <= bytes.length ? end : undefined;
}
