import { expect, test } from "vitest";
import { chunkBlocks } from "../chunk.ts";
import { faqPassages } from "./faq.ts";
import { htmlBlocks } from "./html.ts";
import { printedBlocks } from "./lines.ts";
import { markdownBlocks } from "./markdown.ts";
import { textBlocks } from "./text.ts";

const passages = (blocks: Parameters<typeof chunkBlocks>[1]) =>
  chunkBlocks({ document: "d" }, blocks).map(({ title, text }) => [title, text]);

test("KN3 a page becomes passages by its headings, of its main part, without menus, scripts and what is hidden", () => {
  const page = `<!doctype html><title>帮助 | 店</title><nav><a href=/>首页</a></nav><script>var 七天 = 1</script>
    <main><header><h1>退换货</h1></header><p>签收后<b>7天</b>内可退。<br>运费由您承担。<p style="display:none">内部备注
    <h2>怎么换货&nbsp;?</h2><ul><li>联系客服<li>寄回商品</ul><table><tr><th>地区<th>时效<tr><td>江浙沪<td>1-2天</table>
    <dl><dt>能开发票吗<dd>可以 &amp; 免费</dl></main><footer>备案号</footer>`;
  expect(passages(htmlBlocks(page))).toEqual([
    ["退换货", "签收后7天内可退。\n运费由您承担。"],
    ["退换货 · 怎么换货 ?", "· 联系客服\n· 寄回商品\n地区 · 时效\n江浙沪 · 1-2天"],
    ["怎么换货 ? · 能开发票吗", "可以 & 免费"],
  ]);
});

test("KN3 a page that is one form is read, without its fields and buttons", () => {
  const page = `<title>帮助</title><form method=post action=./help.aspx><input type=hidden value=abc><div class=top>
    <input name=q value=搜><button>搜索</button></div><h2>退货</h2><p>签收后7天内可退。
    <select><option>北京</select><textarea>请留言</textarea></form>`;
  expect(passages(htmlBlocks(page))).toEqual([["退货", "签收后7天内可退。"]]);
});

test("KN3 a comment in Markdown is no passage, over however many paragraphs; what code shows of one is", () => {
  const secret = "<!-- internal draft\n\n## Secret\n\n```\n\nmargin 60%\n\n-->";
  expect(passages(markdownBlocks(`# 退货\n7天内可退。${secret}\n运费自理。\n<!-- a --><!-->b<!---->\n`))).toEqual([
    ["退货", "7天内可退。\n运费自理。\nb"],
  ]);
  expect(passages(markdownBlocks("# A\na\n\n<!-- never closed\n\n# B\nb"))).toEqual([["A", "a"]]);
  const code = "# Banner\nWrite `<!--` first.\n\n~~~html\n```\n<!-- here\n\n# not a heading\n-->\n~~~\n\nThat is all.";
  expect(passages(markdownBlocks(code))).toEqual([
    ["Banner", expect.stringMatching(/^Write <!-- first\.\s+<!-- here\s+# not a heading\s+-->\s+That is all\.$/)],
  ]);
});

test("KN3 a page without headings has its title", () => {
  expect(passages(htmlBlocks("<title>运费说明</title><body>满99元包邮"))).toEqual([["运费说明", "满99元包邮"]]);
});

test("KN3 a plain text has headings by numbering, underlines and questions with their answers", () => {
  const text =
    "售后政策\n====\n一、退货\n签收后七天内可退。\n1. 联系客服\n2. 寄回\n\nQ：能开发票吗？\nA：可以。\n\n多久发货？\n付款后48小时内。";
  expect(passages(textBlocks(text))).toEqual([
    ["售后政策 · 一、退货", "签收后七天内可退。\n1. 联系客服\n2. 寄回"],
    ["一、退货 · 能开发票吗？", "可以。"],
    ["一、退货 · 多久发货？", "付款后48小时内。"],
  ]);
});

test("KN3 print has headings by size; running heads and page numbers are left out, wrapped lines joined", () => {
  const page = (number: number, lines: [string, number][]) => ({
    lines: [["一问商城 内部资料", 9] as [string, number], ...lines, [`第 ${number} 页`, 9] as [string, number]].map(
      ([text, size], at) => ({ text, size, top: at * 14 }),
    ),
  });
  const pages = [
    page(1, [
      ["退货政策", 18],
      ["自签收之日起七天内可以申请无理由退货，商品应当", 10],
      ["完好。", 10],
      ["运费由您承担。", 10],
    ]),
    page(2, [
      ["运费", 18],
      ["满99元包邮。", 10],
    ]),
    page(3, [
      ["发票", 18],
      ["支持电子发票。", 10],
    ]),
  ];
  expect(passages(printedBlocks(pages))).toEqual([
    ["退货政策", "自签收之日起七天内可以申请无理由退货，商品应当完好。\n运费由您承担。"],
    ["运费", "满99元包邮。"],
    ["发票", "支持电子发票。"],
  ]);
});

test("KN3 documents that skip a level of headings keep the headings beside each other", () => {
  expect(passages(markdownBlocks("# A\n### B\nb\n### C\nc")).map(([title]) => title)).toEqual(["A · B", "A · C"]);
});

test("KN4 a list of questions: each with its answer and its other wordings, in a column or in lines of their own", () => {
  const csv = `分类,问题,答案,相似问题,链接,更新时间
发票,能开发票吗,可以开电子发票,开票|要发票怎么弄？可以开专票不,/help/invoice,2026-01-02
发票,电子发票怎么申请,可以开电子发票,,,
,包邮吗,满99元包邮,,,`;
  const { passages: found, rejected } = faqPassages({ document: "faq.csv" }, csv);
  expect(rejected).toEqual([]);
  expect(found.map(({ title, text, variants, source }) => ({ title, text, variants, source }))).toEqual([
    {
      title: "发票 · 能开发票吗",
      text: "可以开电子发票",
      variants: ["开票", "要发票怎么弄？", "可以开专票不", "电子发票怎么申请"],
      source: "faq",
    },
    { title: "包邮吗", text: "满99元包邮", variants: undefined, source: "faq" },
  ]);
  expect(found[0]).toMatchObject({ url: "/help/invoice", updatedAt: Date.UTC(2026, 0, 2) - 8 * 3_600_000 });
});

test("KN4 every line of a list that can't be used is named with its place and the reason, and no other suffers", () => {
  const csv =
    'question,answer,url\n,没有问题,\n没有答案,,\n包邮吗,包,\n包邮吗,不包,\n链接,坏,javascript:alert(1)\n"开,坏\n发票,开,';
  const { passages: found, rejected } = faqPassages({ document: "faq.csv" }, csv);
  expect(found.map(({ title }) => title)).toEqual(["包邮吗", "发票"]);
  expect(rejected.map(({ place, reason }) => `${place}: ${reason}`)).toEqual([
    "line 2: question is missing",
    "line 3: answer is missing",
    "line 5: repeats line 4",
    "line 6: url must begin with http://, https:// or /",
    "line 7: a quote is opened and not closed",
  ]);
});

test("KN4 a list without the columns it needs says which", () => {
  expect(faqPassages({ document: "x.csv" }, "标题,内容\na,b").rejected).toEqual([
    { place: "line 1", reason: "has no column question / 问题 and answer / 答案" },
  ]);
});

/** The same numbers at every run: what breaks once can be looked at again. */
function chances(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

test("KN6 whatever a text holds, every reader ends and its passages fit into a message", () => {
  const parts = ["<", ">", "<div", "</p>", "<table><tr><td>", "<!--", "```", "# ", "| a | b |", '"', ",", "\n", "\n\n"];
  const more = [
    "退货",
    "\u0000",
    "\ud83d",
    "😀",
    "&#x110000;",
    "&amp",
    "。",
    "Q：",
    "第一章",
    "a".repeat(700),
    "字".repeat(900),
  ];
  const all = [...parts, ...more];
  for (let seed = 1; seed <= 300; seed++) {
    const chance = chances(seed);
    const text = Array.from({ length: chance(60) }, () => all[chance(all.length)]).join("");
    for (const read of [htmlBlocks, markdownBlocks, textBlocks]) {
      for (const passage of chunkBlocks({ document: "d" }, read(text))) {
        expect(passage.text.length, `seed ${seed}`).toBeLessThanOrEqual(620);
        expect(passage.text.trim(), `seed ${seed}`).not.toBe("");
      }
    }
    expect(() => faqPassages({ document: "d" }, `question,answer\n${text}`), `seed ${seed}`).not.toThrow();
  }
});
