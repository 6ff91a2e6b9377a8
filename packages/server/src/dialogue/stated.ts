import type { Language } from "@yiwen/shared";
import { queryTerms, searchTerms } from "../nlu/terms.ts";
import type { Product } from "./facts.ts";
import { attributesOf, keyWords, valueWords } from "./localise.ts";
import { optionKind } from "./option-kind.ts";
import { type Option, optionsOf } from "./variants.ts";

/** A point that goods are asked about: its name, how shoppers ask and what catalogues call it. */
export type Topic = { zh: string; en: string; asks: RegExp; keys: RegExp };

/** What is asked about goods, in shoppers' words and in catalogues'. */
const topics: Topic[] = [
  {
    zh: "材质",
    en: "the material",
    asks: /材质|材料|面料|成分|什么料|纯棉|含棉|不锈钢|真皮|material|fabric|made of|cotton|leather/i,
    keys: /材质|材料|面料|成分|material|fabric|upper/i,
  },
  {
    zh: "容量",
    en: "the capacity",
    asks: /容量|毫升|多少升|几升|能装|多少ml|内存|存储|capacity|volume|how much (?:does it|can it) hold|storage/i,
    keys: /容量|内存|存储|capacity|volume|storage/i,
  },
  {
    zh: "续航",
    en: "battery life",
    asks: /续航|电池|用多久|能用多|battery/i,
    keys: /续航|电池|battery|playtime|run ?time/i,
  },
  { zh: "重量", en: "the weight", asks: /重量|多重|几斤|净含量|weigh|how heavy/i, keys: /重量|净重|净含量|weight/i },
  {
    zh: "尺寸",
    en: "the dimensions",
    asks: /尺寸|长宽高|多长|多宽|多高|多大|几寸|屏幕|dimension|how (?:big|large|long|wide|tall)|screen/i,
    keys: /尺寸|规格|长度|宽度|高度|屏幕|dimension|^size$|screen|length/i,
  },
  {
    zh: "功率",
    en: "the power",
    asks: /功率|多少瓦|几瓦|瓦数|快充|power|watt|fast charg/i,
    keys: /功率|快充|输出|power|watt|output/i,
  },
  {
    zh: "防水",
    en: "water resistance",
    asks: /防水|防泼水|防雨|waterproof|water.?resist/i,
    keys: /防水|waterproof|water/i,
  },
  {
    zh: "产地",
    en: "where it is made",
    asks: /产地|哪里产|哪产|国产|进口|made in|where is it made|origin/i,
    keys: /产地|origin|made/i,
  },
  { zh: "品牌", en: "the brand", asks: /牌子|品牌|brand/i, keys: /品牌|brand/i },
  {
    zh: "保质期",
    en: "the shelf life",
    asks: /保质期|生产日期|过期|shelf life|expir/i,
    keys: /保质|生产日期|shelf|expir/i,
  },
  {
    zh: "洗涤方式",
    en: "washing",
    asks: /机洗|手洗|怎么洗|水洗|能洗|怎么清洗|(?<!dish)wash/i,
    keys: /洗|护理|wash|care/i,
  },
  {
    zh: "保修",
    en: "the warranty",
    asks: /保修|质保|联保|warranty|guarantee/i,
    keys: /保修|质保|warranty|guarantee/i,
  },
  {
    zh: "配件",
    en: "what is in the box",
    asks: /配件|包含|包装里|送充电|附带|included|in the box|come with/i,
    keys: /配件|清单|包装|included|accessor|box|contents/i,
  },
  {
    zh: "评价",
    en: "what buyers say",
    asks: /好评|评价|评分|口碑|reviews?\b|rating/i,
    keys: /好评|评价|评分|口碑|review|rating/i,
  },
  {
    zh: "销量",
    en: "how well it sells",
    asks: /销量|月销|卖了多少|how many.{0,12}sold/i,
    keys: /销量|月销|sales|sold/i,
  },
  { zh: "噪音", en: "the noise", asks: /噪音|静音|吵|nois|quiet/i, keys: /噪|静音|nois/i },
  {
    zh: "保温时间",
    en: "how long it keeps warm",
    asks: /保温|保冷|keep.{0,10}(?:warm|hot|cold)/i,
    keys: /保温|保冷|insulat|keeps/i,
  },
  {
    zh: "接口和连接",
    en: "connections",
    asks: /蓝牙|接口|连接|无线|兼容|适用|机型|bluetooth|compatib|connect|usb|work with/i,
    keys: /蓝牙|接口|连接|兼容|适用|bluetooth|compatib|connect|interface|\bports?\b/i,
  },
];

/** The points that a question is about. */
export function topicsAsked(text: string): Topic[] {
  return topics.filter(({ asks }) => asks.test(text));
}

/** What the catalogue states about what was asked, by name and value; empty where it states nothing. */
export function statedOf(product: Product, text: string, language: Language): [string, string][] {
  const asked = topicsAsked(text);
  const isAsked = (key: string) => text.includes(key) || asked.some(({ keys }) => keys.test(key));
  const all = attributesOf(product, language);
  const attributes = all.filter(([key, value]) => isAsked(key) || (value.length > 1 && text.includes(value)));
  const options = optionsOf(product)
    .filter(({ key }) => isAsked(key))
    .map((option) => optionWords(option, language));
  const found = [...new Map([...attributes, ...options])];
  return found.length > 0 || asked.length > 0 ? found : all.filter(([, value]) => sharesWord(value, text));
}

/** Words that questions and pages are full of and that tell no point from another. */
const common = /^(?:适合|质量|商品|颜色|尺码|大小|有货|现货|价格|建议|一般|正常|size|colou?r|stock|price|which|that)$/;

/** A telling word in both: "能带上飞机吗" is answered by "可带上飞机", "is it microwave safe" by "microwave safe". */
function sharesWord(value: string, text: string): boolean {
  const words = queryTerms(text).filter((term) => !/^[12]\p{Script=Han}/u.test(term) && !common.test(term));
  const there = new Set(searchTerms(value));
  return words.some((word) => (/^[a-z]/.test(word) ? word.length > 3 : word.length > 1) && there.has(word));
}

/** An option with its values as they are read. */
export function optionWords({ key, values }: Option, language: Language): [string, string] {
  const said = values.map((value) => (optionKind(key) === "size" ? value : valueWords(key, value, language)));
  return [keyWords(key, language), said.join(language === "zh" ? "、" : ", ")];
}

/** A text without the words that name goods: "蓝牙耳机" asks nothing about its connection. */
export function besides(text: string, words: string[]): string {
  return words.filter((word) => word !== "").reduce((left, word) => left.replaceAll(word, " "), text.toLowerCase());
}
