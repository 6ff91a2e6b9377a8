import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type ErrorBody, knowledgeEndings, knowledgeFileBytes, type Result } from "@yiwen/shared";
import type { ImportReport, KnowledgeHttp, KnownDocument } from "../platform/knowledge.ts";

/** The shop's documents: being read for the first time, not to be had, or there. */
export type Documents =
  | { step: "loading" }
  | { step: "failed"; error: ErrorBody }
  | { step: "ready"; list: KnownDocument[] };

/** How far a file is. */
export type UploadStep =
  | { step: "waiting" }
  /** How much of it is gone, 0 to 1; at 1 the server reads it. */
  | { step: "sending"; sent: number }
  | { step: "done"; report: ImportReport; replaced: boolean }
  /** Not sent: the server would refuse it. */
  | { step: "unfit"; why: "tooLarge" | "wrongKind" }
  | { step: "failed"; error: ErrorBody };

/** A file on its way into the knowledge, or what became of it. */
export type Upload = { id: number; name: string; bytes: number; state: UploadStep };

/** What the bot knows, as documents, and the files on their way. */
export type Knowledge = {
  documents: ReadonlySignal<Documents>;
  uploads: ReadonlySignal<Upload[]>;
  /** The document that is about to be forgotten, once that is confirmed. */
  forgetting: Signal<KnownDocument | undefined>;
  /** Reads the list; what was read before stands until then. */
  load(): Promise<void>;
  /** Takes files in one after another; each reports for itself. */
  add(files: Iterable<File>): void;
  /** Sends a file that failed once more. */
  retry(id: number): void;
  /** Takes away the reports of files that are through. */
  clear(): void;
  forget(document: string): Promise<Result<unknown>>;
};

type Kept = Upload & { file: File };

/** Keeps the list and the files; one file is on its way at a time, so that the server is asked for one reading. */
export function createKnowledge(http: KnowledgeHttp): Knowledge {
  const documents = signal<Documents>({ step: "loading" });
  const uploads = signal<Kept[]>([]);
  let next = 1;
  let asked = 0;
  let isSending = false;

  const load = async () => {
    const mine = ++asked;
    if (documents.value.step === "failed") documents.value = { step: "loading" };
    const result = await http.list();
    // A later question has the truer answer.
    if (mine !== asked) return;
    documents.value = result.ok ? { step: "ready", list: result.data } : { step: "failed", error: result.error };
  };
  const put = (id: number, state: UploadStep) => {
    uploads.value = uploads.value.map((upload) => (upload.id === id ? { ...upload, state } : upload));
  };
  const knows = (name: string) =>
    documents.value.step === "ready" && documents.value.list.some(({ document }) => document === name);

  const sendOne = async ({ id, file }: Kept) => {
    const replaced = knows(file.name);
    put(id, { step: "sending", sent: 0 });
    const result = await http.send(file, (sent) => put(id, { step: "sending", sent }));
    put(id, result.ok ? { step: "done", report: result.data, replaced } : { step: "failed", error: result.error });
    if (result.ok) await load();
  };
  const sendAll = async () => {
    if (isSending) return;
    isSending = true;
    for (let one = firstWaiting(uploads.value); one; one = firstWaiting(uploads.value)) await sendOne(one);
    isSending = false;
  };

  return {
    documents,
    uploads,
    forgetting: signal<KnownDocument | undefined>(undefined),
    load,
    add(files) {
      const added = [...files].map((file) => ({
        id: next++,
        name: file.name,
        bytes: file.size,
        file,
        state: fit(file),
      }));
      uploads.value = [...uploads.value, ...added];
      void sendAll();
    },
    retry(id) {
      put(id, { step: "waiting" });
      void sendAll();
    },
    clear() {
      uploads.value = uploads.value.filter(({ state: { step } }) => step === "waiting" || step === "sending");
    },
    async forget(document) {
      const result = await http.forget(document);
      await load();
      return result;
    },
  };
}

function firstWaiting(uploads: Kept[]): Kept | undefined {
  return uploads.find(({ state }) => state.step === "waiting");
}

/** What the server would refuse is not sent up first. */
function fit({ name, size }: File): UploadStep {
  if (!knowledgeEndings.some((ending) => name.toLowerCase().endsWith(ending)))
    return { step: "unfit", why: "wrongKind" };
  return size > knowledgeFileBytes ? { step: "unfit", why: "tooLarge" } : { step: "waiting" };
}
