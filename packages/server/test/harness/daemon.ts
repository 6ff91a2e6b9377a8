import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

/** A program that runs beside the test. */
export type Daemon = {
  /** Sends a signal and settles once the process is gone; at once when it is. */
  end(signal: NodeJS.Signals): Promise<void>;
  /** Sends a signal and waits for nothing: SIGSTOP and SIGCONT, for instance. */
  send(signal: NodeJS.Signals): void;
  readonly running: boolean;
};

/** Starts a program and settles once it printed `ready`; rejects with what it printed when it ends before. */
export function startDaemon(command: string, args: string[], ready: RegExp, options: SpawnOptions): Promise<Daemon> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    const hear = (text: string) => {
      if (ready.test(said)) return;
      said += text;
      if (ready.test(said)) resolve(daemonOf(child));
    };
    child.stdout?.setEncoding("utf8").on("data", hear);
    child.stderr?.setEncoding("utf8").on("data", hear);
    child.once("error", reject);
    child.once("close", (code) => reject(new Error(`${command} ended with code ${code}: ${said}`)));
  });
}

function daemonOf(child: ChildProcess): Daemon {
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  const gone = new Promise<void>((resolve) => {
    if (isGone()) resolve();
    else child.once("close", () => resolve());
  });
  // Whatever happens to the test, its programs don't outlive it.
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  void gone.then(() => process.off("exit", kill));
  return {
    get running() {
      return !isGone();
    },
    send(signal) {
      child.kill(signal);
    },
    async end(signal) {
      if (!isGone()) child.kill(signal);
      await gone;
    },
  };
}
