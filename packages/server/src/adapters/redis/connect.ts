import { createClient } from "@redis/client";
import { StartError } from "../../start-error.ts";

/** One connection to Redis, as far as it is used here. */
export type Redis = {
  /** Sends one command. Rejects at once while there is no connection, and when it is lost before the answer. */
  ask<T>(...words: string[]): Promise<T>;
  close(): void;
};

/** A connection that says nothing for so long is gone, in milliseconds; everything on it is asked more often. */
export const silenceMs = 5000;
const connectMs = 3000;
const longestPauseMs = 1000;

/** Connects; later it reconnects by itself. Throws a `StartError` when Redis can't be reached now. */
export async function connectRedis(url: string): Promise<Redis> {
  let wasThere = false;
  const client = createClient({
    url,
    RESP: 2,
    disableOfflineQueue: true,
    disableClientInfo: true,
    maintNotifications: "disabled",
    name: "yiwen",
    socket: {
      connectTimeout: connectMs,
      socketTimeout: silenceMs,
      reconnectStrategy: (retries) => wasThere && Math.min(longestPauseMs, 20 * 2 ** retries),
    },
  });
  // Each command that fails says so; without a listener the first loss would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message || (error as { code?: string }).code : String(error);
    throw new StartError("redis_unreachable", `can't reach Redis at ${new URL(url).host}: ${reason}`);
  }
  wasThere = true;
  return {
    ask: (...words) => client.sendCommand(words),
    close: () => client.destroy(),
  };
}
