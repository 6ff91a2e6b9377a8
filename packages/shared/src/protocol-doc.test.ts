import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { errors } from "./errors.ts";
import { eventAudience } from "./events.ts";
import { limits } from "./limits.ts";
import { namespaces } from "./protocol.ts";
import { agentCommands, clientSignals, shopperCommands } from "./schema/commands.ts";
import type { ServerSignalType } from "./signals.ts";

const text = readFileSync(new URL("../../../docs/PROTOCOL.md", import.meta.url), "utf8");

/** The cells of the table rows in the section whose title begins so. */
function rowsOf(title: string): string[][] {
  const section = text.split(/^## \d+\. /m).find((part) => part.startsWith(title)) ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("| `"));
  return lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** A signal left out, or one that is gone, does not compile. */
const signals: Record<ServerSignalType, true> = {
  typing: true,
  "queue.place": true,
  viewers: true,
  presence: true,
  "inbox.changed": true,
  resync: true,
};

const code = (name: string) => `\`${name}\``;
const names = (rows: string[][], pattern: RegExp) =>
  rows.map(([first = ""]) => first).filter((first) => pattern.test(first));
const dotted = /^`[a-z]+(\.[a-zA-Z]+)?`$/;

test("PD1 every command of shoppers and agents stands in the protocol's document, and no other", () => {
  expect(names(rowsOf("Commands of shoppers"), dotted)).toEqual(Object.keys(shopperCommands).map(code));
  expect(names(rowsOf("Commands of agents"), dotted)).toEqual(Object.keys(agentCommands).map(code));
  for (const namespace of Object.values(namespaces)) expect(text).toContain(code(namespace));
});

test("PD2 every event stands there with its audience, and no other", () => {
  const rows = rowsOf("Events").filter(([first = ""]) => first.includes("."));
  expect(Object.fromEntries(rows.map(([name, audience]) => [name, audience]))).toEqual(
    Object.fromEntries(Object.entries(eventAudience).map(([name, audience]) => [code(name), audience])),
  );
});

test("PD3 every signal stands there, and no other", () => {
  expect(names(rowsOf("Signals"), dotted)).toEqual(Object.keys(signals).map(code));
  for (const type of Object.keys(clientSignals)) expect(text).toContain(`type: "${type}"`);
});

test("PD4 every error code stands there with its status and whether it may be tried again, and no other", () => {
  const rows = rowsOf("Errors").map(([name, status, retryable]) => [name, [status, retryable]]);
  const wanted = Object.entries(errors).map(([name, { status, retryable }]) => [
    code(name),
    [String(status), retryable ? "yes" : "no"],
  ]);
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(wanted));
});

test("PD5 every limit's number stands there", () => {
  const section = text.split(/^## \d+\. /m).find((part) => part.startsWith("Limits")) ?? "";
  for (const [name, limit] of Object.entries(limits)) {
    expect(section, name).toMatch(new RegExp(`\\b${limit.toLocaleString("en")}\\b`));
  }
});
