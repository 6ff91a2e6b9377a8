import { parentPort, workerData } from "node:worker_threads";
import type { ReadFile } from "../../knowledge/block.ts";
import { readDocx } from "./read-docx.ts";
import { readPdf } from "./read-pdf.ts";

export type ReaderInput = { kind: "pdf" | "docx"; bytes: Uint8Array };

const { kind, bytes } = workerData as ReaderInput;

async function read(): Promise<ReadFile> {
  try {
    return kind === "pdf" ? await readPdf(bytes) : await readDocx(bytes);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    const reason = isLocked ? "is protected by a password" : `is no ${kind.toUpperCase()} that can be read`;
    return { blocks: [], passages: [], rejected: [{ place: "", reason }] };
  }
}

parentPort?.postMessage(await read());
