import postgres from "postgres";
import { type Fault, pause } from "./fault.ts";

let isFull = false;

/** What happens where data is kept. */
export const storageFaults = {
  async diskFull({ world: { disk }, chance }) {
    if (!disk.fill || isFull) return false;
    isFull = true;
    const empty = disk.fill();
    await pause(chance.between(500, 2500));
    empty();
    isFull = false;
    return true;
  },
  /** The database takes no more writes, as one that became a replica. */
  async readOnly({ world, chance }) {
    if (!world.postgres) return false;
    const { url } = world.postgres;
    if (!(await setReadOnly(url, true))) return false;
    await pause(chance.between(300, 2000));
    while (!(await setReadOnly(url, false))) await pause(300);
    return true;
  },
} satisfies Record<string, Fault>;

/** Also for sessions that are open already; answers whether the database could be asked. */
async function setReadOnly(url: string, isReadOnly: boolean): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 2, idle_timeout: 1 });
  try {
    await sql.unsafe(`set default_transaction_read_only = off`);
    await sql.unsafe(`alter system set default_transaction_read_only = ${isReadOnly ? "on" : "off"}`);
    await sql`select pg_reload_conf()`;
    return true;
  } catch {
    return false;
  } finally {
    // A database that was killed meanwhile has ended it already.
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}
