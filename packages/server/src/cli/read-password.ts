import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { UsageError } from "./usage-error.ts";

/** A password from the environment, else typed unseen, else the first line of what is piped in; never an argument. */
export async function readPassword(variable: string, question: string): Promise<string> {
  const given = process.env[variable];
  if (given) return given;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY });
  if (process.stdin.isTTY) process.stderr.write(`${question}: `);
  try {
    for await (const line of lines) return line;
  } finally {
    lines.close();
    if (process.stdin.isTTY) process.stderr.write("\n");
  }
  throw new UsageError(`no password: set ${variable}, type one, or pipe one in`);
}
