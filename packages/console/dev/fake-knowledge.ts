import { errorBody, type Result } from "@yiwen/shared";
import type { ImportReport, KnowledgeHttp, KnownDocument } from "../src/platform/knowledge.ts";

const day = 86_400_000;

const first: KnownDocument[] = [
  {
    document: "退换货政策.md",
    source: "policy",
    title: "退换货政策 · 七天无理由",
    passages: 14,
    updatedAt: Date.now(),
  },
  {
    document: "运费与配送说明.pdf",
    source: "policy",
    title: "配送范围",
    passages: 9,
    updatedAt: Date.now() - 40 * day,
  },
  {
    document: "常见问题 2026.csv",
    source: "faq",
    title: "发票 · 怎么开电子发票",
    passages: 132,
    updatedAt: Date.now() - 3 * day,
    oldestAt: Date.now() - 700 * day,
  },
  { document: "羽绒服洗护指南.docx", source: "product", title: "洗护", passages: 6, updatedAt: Date.now() - 2 * day },
  { document: "warranty.en.html", source: "policy", title: "Warranty · What is covered", passages: 5 },
  {
    document: "answers/6f1ed002ab559585",
    source: "answer",
    title: "鞋子开胶了可以换新吗？",
    passages: 1,
    updatedAt: Date.now() - 9 * day,
  },
];

/** Knowledge in the page: takes files by their names, a broken one and one with gaps among them. */
export function fakeKnowledge(): KnowledgeHttp {
  let known = first;
  return {
    list: async () => ({ ok: true, data: known }),
    send: async (file, onSent) => {
      onSent(1);
      const result = read(file.name);
      if (!result.ok || result.data.imported === 0) return result;
      const one = { document: file.name, source: "policy", title: file.name, updatedAt: Date.now() } as const;
      const others = known.filter(({ document }) => document !== file.name);
      known = [{ ...one, passages: result.data.imported }, ...others];
      return result;
    },
    forget: async (document) => {
      const before = known.length;
      known = known.filter((one) => one.document !== document);
      return known.length < before ? { ok: true, data: {} } : { ok: false, error: errorBody("not_found") };
    },
  };
}

function read(name: string): Result<ImportReport> {
  if (name.includes("down")) return { ok: false, error: errorBody("unavailable") };
  if (name.includes("locked")) {
    return {
      ok: true,
      data: { imported: 0, rejected: [{ line: 0, field: "", reason: "is protected by a password" }] },
    };
  }
  const rejected = [
    { line: 3, field: "line", reason: "answer is missing", value: "可以改地址吗" },
    { line: 8, field: "line", reason: "repeats line 5", value: "怎么开发票" },
  ];
  return { ok: true, data: { imported: 12, rejected: name.endsWith(".csv") ? rejected : [] } };
}
