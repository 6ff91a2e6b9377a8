import { createServer, connect as dial, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** A port that leads to whichever node has the fewest connections of those that are ready. */
export type Balancer = {
  readonly url: string;
  /** Whether this node gets connections. */
  serves(port: number): boolean;
  close(): Promise<void>;
};

type Target = { port: number; isReady: boolean; failedAt: number; open: number };

/** As in `deploy/Caddyfile`: how often it looks, for how long it leaves out who did not answer, how long it goes on trying. */
const lookEveryMs = 2000;
const failedForMs = 5000;
const tryForMs = 5000;
const tryEveryMs = 250;

/** Starts one in front of nodes on this machine, which does what the proxy of `deploy/` is told to. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const targets = ports.map((port): Target => ({ port, isReady: true, failedAt: Number.NEGATIVE_INFINITY, open: 0 }));
  const sockets = new Set<Socket>();
  const isServing = ({ isReady, failedAt }: Target) => isReady && performance.now() - failedAt > failedForMs;
  const look = setInterval(() => void Promise.all(targets.map(probe)), lookEveryMs);

  async function lead(client: Socket): Promise<void> {
    const deadline = performance.now() + tryForMs;
    while (performance.now() < deadline && !client.destroyed) {
      const [target] = targets.filter(isServing).sort((a, b) => a.open - b.open);
      const server = target && (await reach(target.port));
      if (server) return join(client, server, target);
      if (target) target.failedAt = performance.now();
      else await pause(tryEveryMs);
    }
    client.destroy();
  }

  function join(client: Socket, server: Socket, target: Target): void {
    target.open++;
    server.once("close", () => target.open--);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(one);
      one
        .once("error", () => {})
        .once("close", () => {
          sockets.delete(one);
          other.destroy();
        });
      one.pipe(other);
    }
  }

  const server = createServer({ pauseOnConnect: true }, (client) => void lead(client.on("error", () => {})));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    serves: (port) => targets.some((target) => target.port === port && isServing(target)),
    close() {
      clearInterval(look);
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function probe(target: Target): Promise<void> {
  try {
    const reply = await fetch(`http://127.0.0.1:${target.port}/readyz`, { signal: AbortSignal.timeout(lookEveryMs) });
    target.isReady = reply.ok;
  } catch {
    target.isReady = false;
  }
}

/** A connection to this port; undefined where nobody takes it. */
function reach(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = dial(port, "127.0.0.1");
    socket.once("connect", () => resolve(socket)).once("error", () => resolve(undefined));
  });
}
