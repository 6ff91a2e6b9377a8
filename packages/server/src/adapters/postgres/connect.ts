import postgres, { type Sql } from "postgres";
import { sessionSettings } from "./session-settings.ts";

/** Where Postgres listens. `single`: everything behind it shares one session, so one connection is all there may be. */
export type DatabaseTarget = {
  url?: string;
  /** A unix socket's path. */
  path?: string;
  host?: string;
  port?: number;
  user?: string;
  database?: string;
  single?: boolean;
};

/** The driver, with bigint columns as numbers (all of ours are counts and epoch milliseconds). */
export type Database = Sql<{ bigint: number }>;

const poolSize = 10;
/** Seconds between two tries to connect to a database that is away. */
const longestPause = 1;

/**
 * Connects lazily. PGlite gets one connection: all of it is one session, and pipelining on one is as fast.
 */
export function connect(target: DatabaseTarget): Database {
  const { url, single, ...where } = target;
  const options = {
    max: single ? 1 : poolSize,
    connect_timeout: 10,
    // Its own would wait up to 20 seconds after a long absence, and whoever sends then with it.
    backoff: (tries: number) => (0.5 + Math.random() / 2) * Math.min(3 ** tries / 100, longestPause),
    onnotice: () => {},
    connection: { application_name: "yiwen", ...sessionSettings },
    types: {
      bigint: { to: 20, from: [20], parse: Number, serialize: String },
    },
  };
  return url === undefined ? postgres({ ...where, ...options }) : postgres(url, options);
}
