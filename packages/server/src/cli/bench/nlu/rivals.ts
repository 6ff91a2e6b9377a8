import type { LabelledText } from "../../../nlu/intents/classifier.ts";

/** What another library makes of a text: its label, or none. */
export type Rival = { name: string; read(text: string): Promise<string> };

/** nlp.js trained on the same texts; undefined where it isn't installed, as in the published package. */
export async function nlpJs(language: "zh" | "en", examples: LabelledText[]): Promise<Rival | undefined> {
  const basic = await optional("@nlpjs/basic");
  const chinese = language === "zh" ? await optional("@nlpjs/lang-zh") : undefined;
  if (!basic || (language === "zh" && !chinese)) return undefined;
  // A container of its own each time: what `dockStart` makes is shared, and learns no second set.
  const container = await basic.containerBootstrap();
  container.use(chinese ? chinese.LangZh : basic.LangEn);
  const nlp = new basic.Nlp({ container, autoSave: false, languages: [language], nlu: { log: false } });
  nlp.addLanguage(language);
  for (const { text, label } of examples) nlp.addDocument(language, text, label);
  await nlp.train();
  return { name: "nlp.js", read: async (text) => bestOf(await nlp.process(language, text)) };
}

/** Its best guess, however unsure it is: all of these texts mean something. */
function bestOf({ intent, classifications }: { intent: string; classifications: { intent: string }[] }): string {
  return classifications.find((one) => one.intent !== "None")?.intent ?? intent;
}

/** A search of another library over texts: the places of the best. */
export type RivalSearch = { name: string; search(text: string, limit: number): number[] };

/** MiniSearch over the same texts, cut into the same words and pairs of Han. */
export async function miniSearch(texts: string[], cut: (text: string) => string[]): Promise<RivalSearch | undefined> {
  const library = await optional("minisearch");
  if (!library) return undefined;
  const index = new library.default({ fields: ["text"], tokenize: cut, processTerm: (term: string) => term });
  index.addAll(texts.map((text, id) => ({ id, text })));
  return {
    name: "MiniSearch",
    search: (text, limit) =>
      index
        .search(text)
        .slice(0, limit)
        .map(({ id }: { id: number }) => id),
  };
}

// Libraries that only the benchmark knows, without types of their own.
// biome-ignore lint/suspicious/noExplicitAny: their shapes are theirs
type Library = Record<string, any>;

async function optional(name: string): Promise<Library | undefined> {
  try {
    return (await import(name)) as Library;
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}
