import { expect, test } from "vitest";
import { demoFacts } from "../../../../test/support/demo-facts.ts";
import { play, wordsOf } from "../../../../test/support/dialogue-shop.ts";

const facts = demoFacts();
const dialogue = (lines: string[], productId?: string) =>
  play(lines, { facts, ...(productId !== undefined && { consult: { productId } }) }).slice(1);

test("DL93 after a comparison the two are spoken of: a choice between them, one of them, its sizes", () => {
  const [compared, north, long, size] = dialogue([
    "羽绒服薄的和长的哪个暖和",
    "东北穿哪个",
    "长的卡其M还有吗",
    "那L呢",
  ]).map(wordsOf);
  expect(compared!.split("\n")[3]).toMatch(/^充绒量/);
  expect(north!.split("\n")[3]).toMatch(/^充绒量/);
  expect(long).toContain("「中长款连帽羽绒服」卡其 M码");
  expect(size).toContain("「中长款连帽羽绒服」卡其 L码");
});

test("DL93 the product on the table stays there when another is set against it", () => {
  const [compared, size] = dialogue(["和跑步鞋那个哪个舒服", "有39吗"], "P2002");
  expect(wordsOf(compared!)).toMatch(/跑步鞋[\s\S]*小白板鞋[\s\S]*鞋底/);
  expect(wordsOf(size!)).toContain("「低帮小白板鞋」39码");
});

test("DL93 a word that one of those shown has picks it", () => {
  const [, picked, size] = dialogue(["有卫衣吗", "加绒那个", "L有吗"]).map(wordsOf);
  expect(picked).toContain("「连帽加绒卫衣 秋冬」");
  expect(size).toContain("「连帽加绒卫衣 秋冬」L码");
});

test("DL93 what tells one of them apart picks it, whatever is asked of it", () => {
  expect(wordsOf(dialogue(["和P1002哪个大", "印花那个有M吗"], "P1001")[1]!)).toContain("「山茶花印花宽松T恤」M码");
});

test("DL93 the only other one of its kind is what it is compared with", () => {
  expect(wordsOf(dialogue(["和儿童保温杯哪个保温好"], "P3001")[0]!)).toMatch(
    /316不锈钢保温杯[\s\S]*儿童吸管保温杯[\s\S]*保温：/,
  );
});

test("DL93 what neither page tells is said, before what they do tell", () => {
  expect(wordsOf(dialogue(["电饭煲和空气炸锅哪个轻"])[0]!)).toContain("您问的这一点，商品资料里没有标注");
});
