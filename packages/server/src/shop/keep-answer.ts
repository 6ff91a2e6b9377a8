import { createHash } from "node:crypto";
import { errorBody, type Result } from "@yiwen/shared";
import type { Deps } from "../deps.ts";
import { passageMaker, pieces } from "../knowledge/chunk.ts";

/** A question and what an agent answered well, as the agent wants it to be said again. */
export type GoodAnswer = { question: string; answer: string };

/** What tells of one shopper: it may not be said to the next. */
const personal = /\d(?:[\s-]?\d){6,}|[\w.+-]+@[\w-]+\.\w/;

/** Begins the names of documents that hold one kept answer each. */
const answersPrefix = "answers/";

/** Keeps an answer as knowledge of the shop; the same question replaces what was kept for it. */
export async function keepAnswer(
  { shopData, clock }: Pick<Deps, "shopData" | "clock">,
  shop: string,
  given: GoodAnswer,
): Promise<Result<{ document: string }>> {
  const question = given.question.trim();
  const answer = given.answer.trim();
  for (const [field, text] of Object.entries({ question, answer })) {
    if (text === "") return wrong(field, "is blank");
    if (personal.test(text)) return wrong(field, "holds what looks like a phone or order number, or an email address");
  }
  const document = answersPrefix + createHash("sha256").update(question).digest("hex").slice(0, 16);
  const make = passageMaker({ document, source: "answer", updatedAt: clock.now() });
  const passages = pieces(answer.split(/\n\s*\n/)).map((text) => make({ key: question, title: question, text }));
  await shopData.savePassages(shop, [document], passages);
  return { ok: true, data: { document } };
}

function wrong(field: string, why: string): Result<never> {
  return { ok: false, error: errorBody("invalid_input", `${field} ${why}`, { path: `/${field}` }) };
}
