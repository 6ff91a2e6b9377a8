import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

export type Ended = { code: number | null; out: string; err: string };

/** A running `yiwen`. */
export type Running = {
  child: ChildProcess;
  /** Settles with the first match in what it prints; rejects when it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<Ended>;
};

/** Starts `yiwen` as a process of its own, with only these settings. */
export function startCli(args: string[], env: Record<string, string>): Running {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH ?? "", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  const looks = new Set<() => void>();
  const heard = () => {
    for (const look of looks) look();
  };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
    heard();
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
    heard();
  });
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, out, err })));
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(out + err);
        if (match) resolve(match);
      };
      looks.add(look);
      look();
      void ended.then((end) => reject(new Error(`ended without saying ${pattern}: ${end.err}`)));
    });
  return { child, says, ended };
}

/** Runs `yiwen` to its end; `input` is piped in. */
export function runCli(args: string[], env: Record<string, string>, input = ""): Promise<Ended> {
  const { child, ended } = startCli(args, env);
  child.stdin?.end(input);
  return ended;
}
