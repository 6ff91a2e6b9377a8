import { errorBody, knowledgeFileBytes, type Result } from "@yiwen/shared";
import { expect, test, vi } from "vitest";
import {
  createKnowledgeHttp,
  type ImportReport,
  type KnowledgeHttp,
  type KnownDocument,
} from "../platform/knowledge.ts";
import { createKnowledge } from "./knowledge.ts";

type Sent = { file: File; onSent(part: number): void; answer(result: Result<ImportReport>): void };

const page: KnownDocument = { document: "退货.md", source: "policy", title: "退货", passages: 2 };
const down = { ok: false, error: errorBody("unavailable") } as const;
const file = (name: string, size = 1) => Object.defineProperty(new File(["x"], name), "size", { value: size });

/** A server that holds `page` and answers uploads when it is told to. */
function fakeServer() {
  const sent: Sent[] = [];
  const server = { known: [page], isDown: false };
  const http: KnowledgeHttp = {
    list: async () => (server.isDown ? down : { ok: true, data: server.known }),
    send: (one, onSent) => new Promise((answer) => sent.push({ file: one, onSent, answer })),
    forget: async (document) => {
      const before = server.known.length;
      server.known = server.known.filter((one) => one.document !== document);
      return server.known.length < before ? { ok: true, data: {} } : { ok: false, error: errorBody("not_found") };
    },
  };
  return { http, sent, server };
}

test("CO49 the list is loading, then there; what could not be read is said and read again", async () => {
  const { http, server } = fakeServer();
  const knowledge = createKnowledge(http);
  expect(knowledge.documents.value).toEqual({ step: "loading" });
  server.isDown = true;
  await knowledge.load();
  expect(knowledge.documents.value).toMatchObject({ step: "failed", error: { code: "unavailable" } });
  server.isDown = false;
  const again = knowledge.load();
  expect(knowledge.documents.value).toEqual({ step: "loading" });
  await again;
  expect(knowledge.documents.value).toEqual({ step: "ready", list: [page] });
});

test("CO50 files go up one after another, each with its progress and its report, and the list is read again", async () => {
  const { http, sent, server } = fakeServer();
  const knowledge = createKnowledge(http);
  await knowledge.load();
  knowledge.add([file("退货.md"), file("新.pdf")]);
  const states = () => knowledge.uploads.value.map(({ state }) => state);
  expect(sent.map(({ file }) => file.name)).toEqual(["退货.md"]);
  sent[0]?.onSent(0.5);
  expect(states()).toEqual([{ step: "sending", sent: 0.5 }, { step: "waiting" }]);
  const report = { imported: 3, rejected: [{ line: 2, field: "page", reason: "holds no text" }] };
  server.known = [{ ...page, passages: 3 }];
  sent[0]?.answer({ ok: true, data: report });
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(states()).toEqual([
    { step: "done", report, replaced: true },
    { step: "sending", sent: 0 },
  ]);
  expect(knowledge.documents.value).toEqual({ step: "ready", list: [{ ...page, passages: 3 }] });
  sent[1]?.answer({ ok: true, data: { imported: 1, rejected: [] } });
  await vi.waitFor(() => expect(states()[1]).toMatchObject({ step: "done", replaced: false }));
  knowledge.clear();
  expect(knowledge.uploads.value).toEqual([]);
});

test("CO50 what the server would refuse is not sent; what failed is sent again on demand, and holds nothing else up", async () => {
  const { http, sent } = fakeServer();
  const knowledge = createKnowledge(http);
  knowledge.add([file("a.exe"), file("b.MD", knowledgeFileBytes + 1), file("c.MD", knowledgeFileBytes), file("d.txt")]);
  const states = () => knowledge.uploads.value.map(({ state }) => state);
  expect(states().slice(0, 2)).toEqual([
    { step: "unfit", why: "wrongKind" },
    { step: "unfit", why: "tooLarge" },
  ]);
  sent[0]?.answer(down);
  await vi.waitFor(() => expect(sent.map(({ file }) => file.name)).toEqual(["c.MD", "d.txt"]));
  expect(states()[2]).toMatchObject({ step: "failed", error: { code: "unavailable" } });
  knowledge.clear();
  expect(knowledge.uploads.value.map(({ name }) => name)).toEqual(["d.txt"]);
  sent[1]?.answer(down);
  await vi.waitFor(() => expect(states()[0]?.step).toBe("failed"));
  knowledge.retry(knowledge.uploads.value[0]?.id ?? 0);
  await vi.waitFor(() => expect(sent).toHaveLength(3));
  expect(sent[2]?.file.name).toBe("d.txt");
});

test("CO51 a forgotten document leaves the list; one that is gone already is refused and the list read again", async () => {
  const { http, server } = fakeServer();
  const knowledge = createKnowledge(http);
  await knowledge.load();
  expect(await knowledge.forget("退货.md")).toMatchObject({ ok: true });
  expect(knowledge.documents.value).toEqual({ step: "ready", list: [] });
  server.known = [{ ...page, document: "b.md" }];
  expect(await knowledge.forget("退货.md")).toMatchObject({ ok: false, error: { code: "not_found" } });
  expect(knowledge.documents.value).toMatchObject({ step: "ready", list: [{ document: "b.md" }] });
});

test("CO51 the routes are asked as the browser's cookie, names are written into addresses, and no answer is unavailable", async () => {
  const asked: unknown[][] = [];
  const http = createKnowledgeHttp(async (...args) => {
    asked.push(args);
    return Response.json({ ok: true, data: { documents: [page] } });
  });
  expect(await http.list()).toEqual({ ok: true, data: [page] });
  await http.forget("a&b 退货.md");
  expect(asked).toEqual([
    ["/v1/knowledge/documents", { method: "GET", credentials: "same-origin" }],
    [
      `/v1/knowledge/documents?document=${encodeURIComponent("a&b 退货.md")}`,
      { method: "DELETE", credentials: "same-origin" },
    ],
  ]);
  const broken = createKnowledgeHttp(async () => Promise.reject(new TypeError("network")));
  expect(await broken.list()).toMatchObject({ ok: false, error: { code: "unavailable" } });
});
