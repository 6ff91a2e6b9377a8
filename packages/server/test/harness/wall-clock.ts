import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The wall clock of one process, which can be set wrong from outside while it runs. */
export type WallClock = {
  /** What the process needs of Node's options and of the environment. */
  args: string[];
  env: Record<string, string>;
  /** Sets it so many milliseconds ahead of the machine's time, or behind; it stays so over restarts. */
  set(aheadMs: number): void;
  close(): void;
};

/** A clock that is right until it is set. */
export function createWallClock(): WallClock {
  const folder = mkdtempSync(join(tmpdir(), "yiwen-clock-"));
  const file = join(folder, "ahead");
  const set = (aheadMs: number) => {
    // Whole at any moment: a process may be reading it.
    writeFileSync(`${file}.new`, String(aheadMs));
    renameSync(`${file}.new`, file);
  };
  set(0);
  return {
    args: ["--import", new URL("./wrong-clock.ts", import.meta.url).href],
    env: { WRONG_CLOCK: file },
    set,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
