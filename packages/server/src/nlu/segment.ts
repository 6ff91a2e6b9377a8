import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";

const jieba = Jieba.withDict(dict);

/** Words that shops write and the general dictionary splits or joins badly. */
const shopWords = ["转人工 2000 n", "差评 2000 n", "价保 2000 v", "催单 2000 v", "退差价 2000 v", "优惠券 2000 n"];
jieba.loadDict(new TextEncoder().encode(shopWords.join("\n")));

/** Words of a text by the dictionary; spaces and punctuation come as words of their own. */
export function segment(text: string): string[] {
  return jieba.cut(text, false);
}

/** A word and what kind it is by the dictionary: `nr` a person, `ns` a place, `m` a number, `t` a time, `x` a mark. */
export type TaggedWord = { word: string; tag: string };

/** Words of a text with their kinds. */
export function tagged(text: string): TaggedWord[] {
  return jieba.tag(text, false);
}
