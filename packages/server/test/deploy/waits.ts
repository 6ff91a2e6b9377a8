import type { ShopperClient, Transport } from "@yiwen/shared";

/** How long people waited, in milliseconds, since it was last asked. */
export type Waits = {
  /** From writing each message to its acknowledgement. */
  acks: number[];
  /** Each time that a window had no connection. */
  gaps: number[];
};

/** Measures the waits of many windows. */
export type Stopwatch = {
  wrote(id: string): void;
  /** Measures the answers that come through this transport. */
  listen(transport: Transport): Transport;
  /** Measures how long this client has no connection. */
  watch(client: ShopperClient): void;
  /** What was measured since the last call. */
  take(): Waits;
};

export function createStopwatch(): Stopwatch {
  const written = new Map<string, number>();
  let waits: Waits = { acks: [], gaps: [] };
  return {
    wrote: (id) => void written.set(id, performance.now()),
    listen: (transport) => ({
      ...transport,
      async send(message) {
        const result = await transport.send(message);
        const at = written.get(message.id);
        if (result.ok && at !== undefined && written.delete(message.id)) waits.acks.push(performance.now() - at);
        return result;
      },
    }),
    watch(client) {
      let lostAt: number | undefined;
      client.subscribe(({ connection }) => {
        if (connection !== "online") lostAt ??= performance.now();
        else if (lostAt !== undefined) {
          waits.gaps.push(performance.now() - lostAt);
          lostAt = undefined;
        }
      });
    },
    take() {
      const taken = waits;
      waits = { acks: [], gaps: [] };
      return taken;
    },
  };
}
