import { expect, test } from "vitest";
import { demoFacts } from "../../../../test/support/demo-facts.ts";
import { play, wordsOf } from "../../../../test/support/dialogue-shop.ts";
import { chartIn, sizeFor } from "./size-chart.ts";

const facts = demoFacts();
const [hoodie, runningShoes, jeans, slippers] = ["P1003", "P2001", "P1005", "P2003"];

/** The bot's answers about a product. */
const answers = (productId: string | undefined, ...lines: string[]) =>
  play(lines, {
    facts,
    locale: /\p{Script=Han}/u.test(lines[0] ?? "") ? "zh-CN" : "en",
    orders: [],
    consult: { productId: productId ?? "" },
  })
    .slice(1)
    .map(wordsOf);

test.each([
  [hoodie, "我170 130斤穿什么码", "按身高 170 厘米、体重 65 千克，建议选 L（适合 165-172 厘米、57-65 千克）。"],
  [hoodie, "身高160体重65穿哪个码", "在 M 和 L 之间，建议选大的 L"],
  [hoodie, "I am 180cm 80kg what size", "For 180 cm tall and 80 kg I'd take XXL (178-184 cm, 73-82 kg)."],
  [runningShoes, "脚长24.5穿多大", "按脚长 24.5 厘米，建议选 39（适合 24.5 厘米）。"],
  [jeans, "腰围70穿多大", "建议选 28（适合 71 厘米）"],
  [jeans, "my waist is 28 inches, which size", "I'd take 28 (71 cm)"],
])("DL56 a size is named for measures: %s %s", (product, text, words) => {
  expect(answers(product, text)[0]).toContain(words);
});

test("DL56 the answer says whether that size is left, and what else there is where it isn't", () => {
  expect(answers(hoodie, "我170 130斤穿什么码")[0]).toContain("L 现在有货。");
  const sold = { ...facts.catalogue.get("P1003")! };
  sold.skus = sold.skus.map((sku) => (sku.attributes.尺码 === "L" ? { ...sku, stock: 0 } : sku));
  const get = (id: string) => (id === sold.id ? sold : facts.catalogue.get(id));
  const scarce = { ...facts, catalogue: { ...facts.catalogue, get } };
  const [, answer] = play(["我170 130斤穿什么码"], { facts: scarce, orders: [], consult: { productId: "P1003" } });
  expect(wordsOf(answer!)).toMatch(/L 目前缺货。.*S、M、XL、XXL/);
});

test("DL56 measures come into a dialogue in Chinese without changing its language, one after the other", () => {
  const [, chosen, other] = answers(hoodie, "穿什么码", "165 52kg", "我170 130斤呢");
  expect(chosen).toContain("建议选 M");
  expect(other).toContain("建议选 L");
});

test("DL56 what the guide has no size for is said to be outside it, and what it goes by is asked for", () => {
  expect(answers(hoodie, "210cm 120kg 能穿吗")[0]).toContain("不在这张对照表里");
  expect(answers(jeans, "身高165体重55穿哪个码")[0]).toContain("按腰围选，告诉我腰围");
});

test("DL57 how it runs is told by its own page, and a guide to other sizes is not shown", () => {
  expect(answers(hoodie, "偏大还是偏小")[0]).toMatch(/^版型：宽松\n尺码建议：按平时尺码选即可/);
  expect(answers(hoodie, "is it true to size")[0]).toMatch(/^Fit: Loose fit\nSizing advice: Take your usual size/);
  expect(answers(slippers, "穿什么码")[0]).not.toMatch(/155-160|腰围/);
});

test.each([
  ["P8007", "脚长18.5买几码", "建议选 31（适合 18.6 厘米）"],
  ["P8007", "my foot is 18.5cm, which size", "I'd take 31 (18.6 cm)"],
  [runningShoes, "my foot is 26cm what size", "I'd take 42 (26 cm)"],
  [jeans, "腰围二尺二穿几码", "建议选 29"],
])("DL72 a size comes from the guide that measures what the product goes by: %s %s", (product, text, words) => {
  expect(answers(product, text)[0]).toContain(words);
});

test("DL72 shoes are not told by the jeans' guide, though they share numbers", () => {
  expect(answers("P8007", "买几码")[0]).not.toContain("腰围");
  const page = { ...facts.catalogue.get("P8007")!, attributes: {}, title: "跑步鞋" };
  const get = (id: string) => (id === page.id ? page : facts.catalogue.get(id));
  const scenario = { facts: { ...facts, catalogue: { ...facts.catalogue, get } }, orders: [] };
  expect(wordsOf(play(["买几码"], { ...scenario, consult: { productId: page.id } })[1]!)).not.toContain("腰围");
});

test("DL72 a size of what nobody wears is there or not, and no body is asked about", () => {
  expect(answers("P3003", "1.8的床用哪个")[0]).toMatch(/1\.8米床 有货，还有 59 件/);
  expect(answers("P3003", "用哪个尺码")[0]).not.toMatch(/身高|体重/);
});

test("DL72 whether the size that is named is left comes with how it runs", () => {
  expect(answers(slippers, "穿什么码", "39呢")[1]).toMatch(/^尺码建议：脚长24厘米选38-39\n38-39 现在有货。$/);
});

test("DL74 a colour after a size was advised asks for it in that size", () => {
  const [advised, black, green] = answers(hoodie, "我170 130斤穿什么码", "黑色", "墨绿的呢");
  expect(advised).toContain("建议选 L");
  expect(black).toMatch(/L码 黑 有货/);
  expect(green).toMatch(/L码 墨绿 有货/);
  expect(answers("P1006", "165 52kg穿什么码", "黑色M")[1]).toMatch(/黑 有货，还有 40 件/);
});

test("DL56 a chart is read in other units and forms, and none is made of a text about other sizes", () => {
  const chart = chartIn("M码：身高160~165cm，体重90到105斤；L码：身高165~170cm，体重105到120斤", ["M", "L"]);
  expect(chart?.rows[0]).toEqual({ size: "M", height: { from: 160, to: 165 }, weight: { from: 45, to: 52.5 } });
  expect(sizeFor(chart!, { weight: 58 })).toMatchObject({ row: { size: "L" }, by: ["weight"] });
  expect(sizeFor(chart!, { weight: 80 })).toBeUndefined();
  expect(chartIn("26 码对应腰围 66 厘米，27 码 68.5 厘米", ["S", "M", "L"])).toBeUndefined();
});

test("DL58 what sells best is not known, and said so", () => {
  expect(answers(hoodie, "哪款卖得最好")[0]).toMatch(/^我这边看不到销量/);
  expect(answers(hoodie, "what's your best seller")[0]).toMatch(/^I can't see what sells best/);
});

test("DL58 kinds of goods have their English names for English readers, and these find them", () => {
  const [asked] = play(["what is the difference between this and the other"], { facts, locale: "en" }).slice(1);
  const labels = JSON.stringify(asked?.turns);
  expect(labels).toContain("Clothing");
  expect(labels).not.toContain("服装");
  const [, listed] = play(["hello", "Show me Appliances"], { facts, locale: "en" }).slice(1);
  expect(listed?.dialogue.candidates?.map((id) => facts.catalogue.get(id)?.category)).toEqual(Array(4).fill("小家电"));
});
