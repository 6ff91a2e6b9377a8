import { clockFaults } from "./clock.ts";
import type { Fault } from "./fault.ts";
import { networkFaults } from "./network.ts";
import { peopleFaults } from "./people.ts";
import { nodeFaults, serverFaults } from "./processes.ts";
import { storageFaults } from "./storage.ts";

/** Every kind of fault, by name. */
export const faults: Record<string, Fault> = {
  ...networkFaults,
  ...peopleFaults,
  ...nodeFaults,
  ...clockFaults,
  ...serverFaults,
  ...storageFaults,
};

/** What takes a node seconds to get over comes less often than the rest. */
const heavy = new Set(["killNode", "deploy", "killPostgres", "diskFull"]);

/** The kinds that a setup has, each as often in the list as it is likely. */
export function likely(database: "embedded" | "postgres", without: ReadonlySet<string>): string[] {
  const foreign = database === "embedded" ? new Set([...Object.keys(serverFaults), "readOnly"]) : new Set<string>();
  return Object.keys(faults)
    .filter((name) => !foreign.has(name) && !without.has(name))
    .flatMap((name) => (heavy.has(name) ? [name] : [name, name]));
}
