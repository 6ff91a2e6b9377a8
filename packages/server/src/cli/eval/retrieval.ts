import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { createDocuments } from "../../adapters/documents/documents.ts";
import type { Passage } from "../../dialogue/facts.ts";
import { retrievalDepth, retrievalFigures } from "../../eval/retrieval.ts";
import { createPassages } from "../../knowledge/passages.ts";
import { detectLanguage, languageOfDocument } from "../../nlu/language.ts";
import { bare } from "../../nlu/normalise.ts";
import { readPassages } from "../../shop/import-knowledge-files.ts";
import { percentile, timed } from "../bench/figures.ts";
import { readRows } from "./read-file.ts";
import { type EvalReport, share } from "./report.ts";

const names = {
  query: ["question", "问题", "text", "句子"],
  passage: ["answer", "答案", "match", "title", "标题", "expected"],
};

/**
 * `yiwen eval retrieval`: each query must find its passage. Without `knowledge` all different passages of the file are
 * searched; with it these files are, and a passage is right that has the expected words in its title or text.
 */
export async function evalRetrieval(file: string, { knowledge }: { knowledge?: string[] }): Promise<EvalReport> {
  const rows = (await readRows(file, names)).map(({ fields }) => fields);
  const all = knowledge
    ? (await Promise.all(knowledge.map(passagesIn))).flat()
    : passagesOf(rows.map((row) => row.passage));
  const passages = createPassages(all);
  const expected = Map.groupBy(rows, ({ query }) => query);
  const queries = [...expected.keys()];
  const find = (query: string) =>
    passages.recall(query, { limit: retrievalDepth, language: detectLanguage(query, "zh") }).map(({ item }) => item);
  const places = queries.map((query) => {
    const wanted = expected.get(query)!.map(({ passage }) => bare(passage));
    const isRight = ({ title, text }: Passage) =>
      wanted.some((words) => bare(title).includes(words) || bare(text).includes(words));
    const isSame = ({ text }: Passage) => wanted.includes(bare(text));
    return find(query).findIndex(knowledge ? isRight : isSame);
  });
  const figures = retrievalFigures(places);
  const latencies = timed(Math.min(queries.length, 1000), (at) => void find(queries[at]!));
  const latency = { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
  const { recallAt } = figures;
  return {
    figures: { ...figures, passages: all.length, latency },
    lines: [
      `${figures.count} queries, ${all.length} passages: R@1 ${share(recallAt["1"])}, R@3 ${share(recallAt["3"])}, R@5 ${share(recallAt["5"])}, R@10 ${share(recallAt["10"])}, mean reciprocal rank ${figures.meanReciprocalRank.toFixed(3)}`,
      `latency p50 ${latency.p50.toFixed(3)} ms, p99 ${latency.p99.toFixed(3)} ms`,
    ],
    wrong: queries.filter((_, at) => places[at] !== 0).flatMap((query) => expected.get(query)!),
    score: recallAt["1"],
  };
}

function passagesOf(texts: string[]): Passage[] {
  return [...new Set(texts)].map((text, at) => ({
    id: String(at).padStart(8, "0"),
    title: text.slice(0, 300),
    quote: text,
    text,
    document: file,
    language: languageOfDocument(text),
  }));
}

const file = "passages";

async function passagesIn(path: string): Promise<Passage[]> {
  const isFolder = (await stat(path)).isDirectory();
  const paths = isFolder ? (await readdir(path)).sort().map((name) => join(path, name)) : [path];
  const documents = createDocuments();
  const read = await Promise.all(
    paths.map(async (one) => readPassages(documents, { name: basename(one), bytes: await readFile(one) }, {})),
  );
  return read.flatMap(({ passages }) => passages);
}
