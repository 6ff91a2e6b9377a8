import { errorBody, type Result } from "@yiwen/shared";

export type KnowledgeSource = "policy" | "faq" | "product" | "answer";

/** A document of the shop's knowledge, as the server lists it. Times in epoch milliseconds. */
export type KnownDocument = {
  /** Its name: a file of the same name replaces it. */
  document: string;
  source: KnowledgeSource;
  title: string;
  passages: number;
  /** Of its youngest passage: when it was taken in, or what it says of itself. */
  updatedAt?: number;
  /** Of its oldest passage, where that is another. */
  oldestAt?: number;
};

/** What was left out of a file; `line` 0 is the whole file, and `field` says whether lines or pages are counted. */
export type LeftOut = { line: number; field: string; reason: string; value?: string };

/** What an import did: passages that are there now because of it, and what was left out. */
export type ImportReport = { imported: number; rejected: LeftOut[] };

/** The routes of what the bot knows. */
export type KnowledgeHttp = {
  list(): Promise<Result<KnownDocument[]>>;
  /** Sends a file up; `onSent` is told how much of it is gone, 0 to 1. */
  send(file: File, onSent: (part: number) => void): Promise<Result<ImportReport>>;
  forget(document: string): Promise<Result<unknown>>;
};

const documents = "/v1/knowledge/documents";

/** Asks the server the console was loaded from, as the browser's cookie; one that can't be reached answers `unavailable`. */
export function createKnowledgeHttp(
  fetcher: typeof fetch = (...args) => fetch(...args),
  newRequest = () => new XMLHttpRequest(),
): KnowledgeHttp {
  return {
    async list() {
      const answer = await ask<{ documents: KnownDocument[] }>(fetcher, "GET", documents);
      return answer.ok ? { ok: true, data: answer.data.documents } : answer;
    },
    send: (file, onSent) => send(newRequest(), file, onSent),
    forget: (document) => ask(fetcher, "DELETE", `${documents}?document=${encodeURIComponent(document)}`),
  };
}

async function ask<T>(fetcher: typeof fetch, method: string, path: string): Promise<Result<T>> {
  try {
    return (await (await fetcher(path, { method, credentials: "same-origin" })).json()) as Result<T>;
  } catch {
    return { ok: false, error: errorBody("unavailable") };
  }
}

function send(request: XMLHttpRequest, file: File, onSent: (part: number) => void): Promise<Result<ImportReport>> {
  return new Promise((answer) => {
    // Of the two ways to ask, this one tells how far it got.
    const form = new FormData();
    form.set("file", file, file.name);
    request.open("POST", "/v1/knowledge/files");
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 1);
    request.onloadend = () => {
      try {
        answer(JSON.parse(request.responseText) as Result<ImportReport>);
      } catch {
        answer({ ok: false, error: errorBody("unavailable") });
      }
    };
    request.send(form);
  });
}
