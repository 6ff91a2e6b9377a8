import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Command } from "commander";
import { decodeText } from "../imports/decode-text.ts";
import { importCatalogue } from "../shop/import-catalogue.ts";
import { importKnowledge } from "../shop/import-knowledge.ts";
import { importOrders } from "../shop/import-orders.ts";
import type { ImportFormat, ImportOutcome } from "../shop/import-report.ts";
import { printOutcome } from "./print-outcome.ts";
import { findShop, UsageError, withDeps } from "./shop-deps.ts";

type Options = { shop: string };

const formats: Record<string, ImportFormat> = { ".json": "json", ".jsonl": "json", ".ndjson": "json", ".csv": "csv" };

/** `yiwen catalog import`, `yiwen orders import` and `yiwen knowledge import` */
export function registerImports(program: Command): void {
  fileCommand(program, { name: "catalog", what: "goods", run: importCatalogue });
  fileCommand(program, { name: "orders", what: "orders", run: importOrders });
  program
    .command("knowledge")
    .description("policies and FAQ")
    .command("import")
    .description("import the Markdown files of a folder; a file's name is its document's")
    .argument("<dir>", "the folder")
    .requiredOption("--shop <key>", "the shop's public key or id")
    .action(async (dir: string, { shop }: Options) => {
      const documents = await readDocuments(dir);
      const outcome = await withDeps(
        async (deps) => importKnowledge(deps.shopData, (await findShop(deps, shop)).id, documents),
        "send the documents to it: POST /v1/knowledge/import",
      );
      finish(outcome, "passages");
    });
}

function fileCommand(
  program: Command,
  { name, what, run }: { name: string; what: string; run: typeof importCatalogue },
): void {
  program
    .command(name)
    .description(what)
    .command("import")
    .description(`import ${what} from a JSON or CSV file; the same id replaces what is there`)
    .argument("<file>", "a .json, .jsonl or .csv file")
    .requiredOption("--shop <key>", "the shop's public key or id")
    .action(async (file: string, { shop }: Options) => {
      const format = formats[extname(file).toLowerCase()];
      if (!format) throw new UsageError(`${file} is neither .json, .jsonl nor .csv`);
      const text = decodeText(await readOrRefuse(file));
      const outcome = await withDeps(
        async (deps) => run(deps.shopData, (await findShop(deps, shop)).id, { text, format }),
        `send the file to it: POST /v1/${name}/import`,
      );
      finish(outcome, what);
    });
}

function finish(outcome: ImportOutcome, what: string): void {
  printOutcome(outcome, what);
  if (outcome.imported === 0) process.exitCode = 1;
}

/** The Markdown files of a folder, as documents. `x.en.md` is in English, `x.zh.md` in Chinese, others tell by their text. */
export async function readDocuments(dir: string): Promise<Parameters<typeof importKnowledge>[2]> {
  const names = (await orRefuse(readdir(dir), dir)).filter((name) => name.toLowerCase().endsWith(".md")).sort();
  if (names.length === 0) throw new UsageError(`${dir} holds no .md files`);
  return Promise.all(
    names.map(async (document) => {
      const [, language] = /\.(en|zh)\.md$/i.exec(document) ?? [];
      const markdown = decodeText(await readOrRefuse(join(dir, document)));
      return { document, markdown, ...(language && { language: language.toLowerCase() as "en" | "zh" }) };
    }),
  );
}

function readOrRefuse(file: string): Promise<Uint8Array> {
  return orRefuse(readFile(file), file);
}

async function orRefuse<T>(read: Promise<T>, path: string): Promise<T> {
  try {
    return await read;
  } catch (error) {
    throw new UsageError(`can't read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
