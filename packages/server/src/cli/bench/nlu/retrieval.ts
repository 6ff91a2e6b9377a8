import type { Passage } from "../../../dialogue/facts.ts";
import { retrievalDepth, retrievalFigures } from "../../../eval/retrieval.ts";
import { createLibrary, createPassages } from "../../../knowledge/passages.ts";
import { searchTerms } from "../../../nlu/terms.ts";
import { percentile, timed } from "../figures.ts";
import type { PublicData } from "./data.ts";
import { miniSearch } from "./rivals.ts";
import { percent, type Row, skipped } from "./row.ts";

/** Every first question of a pair that asks the same looks for its other among all of the others. */
export async function retrievalRow(data: PublicData, { withRivals }: { withRivals: boolean }): Promise<Row> {
  const what = "LCQMC retrieval R@1 / R@5";
  const target = "88 / 99.5";
  const pairs = data.lcqmc();
  if (!pairs) return skipped(what, target);
  const texts = [...new Set(pairs.map(([, other]) => other))];
  const wanted = Map.groupBy(pairs, ([question]) => question);
  const passages = createPassages(texts.map((text, at) => ({ ...passageOf(text), id: String(at).padStart(6, "0") })));
  const ours = (text: string) =>
    passages.recall(text, { limit: retrievalDepth, language: "zh" }).map(({ item }) => item.text);
  const mine = measure(wanted, ours);
  const rival = withRivals ? await miniSearch(texts, searchTerms) : undefined;
  const theirs = rival && measure(wanted, (text) => rival.search(text, retrievalDepth).map((at) => texts[at]!));
  return {
    what,
    target,
    ours: mine.shown,
    holds: mine.recallAt["1"] >= 0.88 && mine.recallAt["5"] >= 0.995,
    ...(rival && theirs && { other: { name: rival.name, value: theirs.shown } }),
    figures: { recallAt1: mine.recallAt["1"], recallAt5: mine.recallAt["5"], p50: mine.p50, p99: mine.p99 },
  };
}

function measure(wanted: Map<string, [string, string][]>, find: (text: string) => string[]) {
  const latencies: number[] = [];
  const places = [...wanted].map(([question, pairs]) => {
    const from = performance.now();
    const found = find(question);
    latencies.push(performance.now() - from);
    const right = new Set(pairs.map(([, other]) => other));
    return found.findIndex((text) => right.has(text));
  });
  latencies.sort((a, b) => a - b);
  const figures = retrievalFigures(places);
  const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
  const shown = `${percent(figures.recallAt["1"])} / ${percent(figures.recallAt["5"])} (p99 ${p99.toFixed(1)} ms)`;
  return { ...figures, p50, p99, shown };
}

function passageOf(text: string): Passage {
  return { id: "", title: text, quote: text, text, document: "questions", language: "zh", source: "faq" };
}

const many = 100_000;
const asked = 500;

/** How fast a shop with a hundred thousand passages answers, is made ready, and takes in one document more. */
export function manyPassagesRow(): Row {
  const chance = chances(1);
  const all = Array.from({ length: many }, (_, at) => madePassage(at, chance));
  const library = createLibrary();
  let from = performance.now();
  const passages = library.replace([], all);
  const build = (performance.now() - from) / 1000;
  const questions = Array.from({ length: asked }, () => madeText(chance, 1).slice(0, 6 + chance(20)));
  const latencies = timed(asked, (at) => void passages.recall(questions[at]!, { limit: 5, language: "zh" }));
  from = performance.now();
  library.replace(
    ["d7"],
    Array.from({ length: 100 }, (_, at) => ({ ...madePassage(at, chance), document: "d7" })),
  );
  const update = performance.now() - from;
  const p99 = percentile(latencies, 0.99);
  return {
    what: "100,000 passages: p99 of a search; built; one document of 100 replaced",
    target: "≤ 20 ms",
    ours: `${p99.toFixed(1)} ms; ${build.toFixed(1)} s; ${update.toFixed(0)} ms`,
    holds: p99 <= 20,
    figures: { p99, buildSeconds: build, updateMs: update },
  };
}

const subjects =
  "退货 换货 运费 发票 保修 尺码 优惠券 会员 积分 订单 物流 包装 定制 安装 清洗 预售 赠品 价保 支付 地址".split(" ");
const verbs = "支持 需要 可以申请 暂不提供 请先确认 会自动处理 由商家承担 由买家承担 以页面为准 按规定办理".split(" ");
const things =
  "羽绒服 运动鞋 保温杯 电饭煲 蓝牙耳机 洗面奶 行李箱 床上四件套 儿童书包 猫粮 台灯 瑜伽垫 咖啡机 雨伞 手机壳 牛仔裤 电动牙刷 茶具 吹风机 坚果礼盒".split(
    " ",
  );
const terms =
  "签收后七天内 付款后四十八小时内 大促期间 偏远地区 节假日 工作日 到货当天 三十天内 一年内 发货之前 拆封以后 使用之后".split(
    " ",
  );

function madeText(chance: (below: number) => number, sentences: number): string {
  const pick = (from: string[]) => from[chance(from.length)]!;
  const one = () =>
    `${pick(terms)}${pick(things)}的${pick(subjects)}${pick(verbs)}，编号${chance(9000)}的${pick(things)}除外。`;
  return Array.from({ length: sentences }, one).join("");
}

function madePassage(at: number, chance: (below: number) => number): Passage {
  const title = `${madeText(chance, 1).slice(0, 14)}怎么办？`;
  const text = madeText(chance, 3);
  return { id: String(at), title, quote: text, text, document: `d${Math.floor(at / 100)}`, language: "zh" };
}

/** The same numbers at every run. */
function chances(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
}
