import { readFileSync } from "node:fs";
import type { Language } from "@yiwen/shared";
import { describe, expect, test } from "vitest";
import { demoFacts } from "../../test/support/demo-facts.ts";
import { parseCatalogue } from "../imports/parse-catalogue.ts";
import { couponSource, passageSource, productLine, productSource } from "../model/render.ts";
import { createCheck } from "./check.ts";
import { type GroundSource, textOf } from "./source.ts";

const facts = demoFacts();
const catalogue = new URL("../../../../examples/storefront/catalogue.json", import.meta.url);
const { products } = parseCatalogue(readFileSync(catalogue, "utf8"), "json");
const languages: Language[] = ["zh", "en"];

/** A text, and each sentence and line of it. */
const piecesOf = (text: string) => [text, ...text.split(/(?<=[。\n])|(?<=\. )/)];

function refused(sources: GroundSource[], drafts: string[], asked = ""): string[] {
  const check = createCheck(sources, asked);
  return drafts.flatMap((draft) => {
    const { unfounded } = check(draft);
    return unfounded.length > 0 ? [`${draft.slice(0, 80)} → ${unfounded.join()}`] : [];
  });
}

describe.each(languages)("what the demo shop itself says, in %s", (language) => {
  const passages = facts.passages.all(language).map(passageSource);
  const coupons = facts.shop.settings.coupons.map((coupon) => couponSource(coupon, language, "UTC"));

  test("MD1 every page may be quoted word for word, beside others", () => {
    const others = [...passages.slice(0, 3), ...coupons];
    const wrongly = [...passages, ...coupons].flatMap((source) =>
      refused([source, ...others.filter(({ id }) => id !== source.id)], piecesOf(source.text), source.heading),
    );
    expect(wrongly).toEqual([]);
  });

  test("MD3 every product may be told line by line, beside another", () => {
    const sources = products.map((product) => productSource(product, language));
    const wrongly = sources.flatMap((source, n) => {
      const lines = [textOf(source), ...textOf(source).split("\n"), productLine(products[n]!, language)];
      return refused([source, sources[(n + 1) % sources.length]!, ...coupons], lines);
    });
    expect(wrongly).toEqual([]);
  });
});
