import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A line to a server that can be cut in the middle of anything. */
export type FlakyLine = { url: string; cut(): void; close(): Promise<void> };

/** Hands everything on to the server at `url` until it is cut; what connects afterwards gets through again. */
export async function createFlakyLine(url: string, own = 0): Promise<FlakyLine> {
  const { hostname, port } = new URL(url);
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        ends.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((listening) => server.listen(own, "127.0.0.1", listening));
  const cut = () => {
    for (const end of ends) end.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    close: () =>
      new Promise((closed) => {
        cut();
        server.close(() => closed());
      }),
  };
}
