import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { knowledgeEndings } from "@yiwen/shared";
import { type Command, Option } from "commander";
import { decodeText } from "../imports/decode-text.ts";
import { importCatalogue } from "../shop/import-catalogue.ts";
import type { importKnowledge } from "../shop/import-knowledge.ts";
import { type AllFiles, importKnowledgeFiles, type KnowledgeFile } from "../shop/import-knowledge-files.ts";
import { importOrders } from "../shop/import-orders.ts";
import type { ImportFile, ImportFormat, ImportOutcome } from "../shop/import-report.ts";
import { printOutcome } from "./print-outcome.ts";
import { findShop, withDeps } from "./shop-deps.ts";
import { UsageError } from "./usage-error.ts";

type Options = { shop: string };

const formats: Record<string, ImportFormat> = { ".json": "json", ".jsonl": "json", ".ndjson": "json", ".csv": "csv" };

/** `yiwen catalog import`, `yiwen orders import` and `yiwen knowledge import` */
export function registerImports(program: Command): void {
  fileCommand(program, { name: "catalog", what: "goods", run: importCatalogue });
  fileCommand(program, { name: "orders", what: "orders", run: importOrders });
  registerKnowledge(program);
}

type KnowledgeOptions = Options & { source?: NonNullable<AllFiles["source"]>; url?: string; language?: "zh" | "en" };

function registerKnowledge(program: Command): void {
  program
    .command("knowledge")
    .description("policies, FAQ and product texts")
    .command("import")
    .description(
      `import files (${knowledgeEndings.join(" ")}) or the folder they lie in; a file's name is its document's`,
    )
    .argument("<paths...>", "files, or folders of them")
    .requiredOption("--shop <key>", "the shop's public key or id")
    .addOption(new Option("--source <kind>", "what they are").choices(["policy", "faq", "product"]))
    .addOption(new Option("--language <code>", "their language, else it is detected").choices(["zh", "en"]))
    .option("--url <address>", "the page to link to")
    .action(async (paths: string[], { shop, ...about }: KnowledgeOptions) => {
      const files = (await Promise.all(paths.map(readFiles))).flat();
      const outcome = await withDeps(
        async (deps) => importKnowledgeFiles(deps, (await findShop(deps, shop)).id, { files, about }),
        "send the files to it: POST /v1/knowledge/files",
      );
      finish(outcome, "passages");
    });
}

/** A file, or those of a folder that can be read. */
async function readFiles(path: string): Promise<KnowledgeFile[]> {
  if (!(await orRefuse(stat(path), path)).isDirectory()) {
    return [{ name: basename(path), bytes: await readOrRefuse(path) }];
  }
  const isKnown = (name: string) => knowledgeEndings.some((ending) => name.toLowerCase().endsWith(ending));
  const names = (await orRefuse(readdir(path), path)).filter(isKnown).sort();
  if (names.length === 0) throw new UsageError(`${path} holds no ${knowledgeEndings.join(", ")} files`);
  return Promise.all(names.map(async (name) => ({ name, bytes: await readOrRefuse(join(path, name)) })));
}

function fileCommand(program: Command, { name, what, run }: { name: string; what: string; run: ImportFile }): void {
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
        async (deps) => run(deps, (await findShop(deps, shop)).id, { text, format }),
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
