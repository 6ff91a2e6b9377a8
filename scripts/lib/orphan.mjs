import { readFileSync } from "node:fs";

/**
 * Calls back once when npm is gone. npm gives a signal to the shell between it and us, and some shells end without
 * passing it on: without this, whoever stops npm leaves the server running.
 */
export function whenOrphaned(tell) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const before = chain();
  const timer = setInterval(() => {
    if (chain() === before) return;
    clearInterval(timer);
    tell();
  }, 250);
  return () => clearInterval(timer);
}

/** The processes between us and npm; elsewhere than on Linux only the nearest is known. */
function chain() {
  const pids = [];
  let pid = process.ppid;
  while (pid > 1 && pids.length < 5) {
    pids.push(pid);
    const stat = read(`/proc/${pid}/stat`);
    const end = stat.lastIndexOf(")");
    if (end < 0 || stat.includes("(npm")) break;
    pid = Number(stat.slice(end + 2).split(" ")[1]);
  }
  return pids.join(" ");
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
