import type { Entity } from "@yiwen/shared";
import { coloursIn } from "../nlu/entities.ts";
import type { Catalogue, Product } from "./facts.ts";
import { englishNameOf } from "./localise.ts";

const numbers: Record<string, number> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, first: 1, second: 2, third: 3, fourth: 4 };
const nth =
  /第\s*([一二三四1-4])\s*(?:个|款|种|件|条)?|^[\s\p{P}]*(?:要|选|看)?([1-4])(?:号)?[\s\p{P}]*$|\b(first|second|third|fourth)\b(?: one)?/iu;
const last = /最后(?:一)?(?:个|款)|\blast one\b/i;
const cheapest = /最?便宜的?(?:那|这)?(?:个|款)|\b(?:the )?cheape(?:r|st)(?: one)?\b/i;
const dearest = /最?贵的?(?:那|这)?(?:个|款)|\bmost expensive\b/i;

/** The product meant by "the second", "the cheaper one" or a word that only one of those shown has. */
export function pickOf(text: string, ids: string[], catalogue: Catalogue): Entity | undefined {
  const shown = ids.flatMap((id) => catalogue.get(id) ?? []);
  if (shown.length === 0) return undefined;
  const [said, one, two, three] = nth.exec(text) ?? [];
  const place = one ?? two ?? three;
  if (said !== undefined && place !== undefined) {
    return entity(shown[(numbers[place.toLowerCase()] ?? Number(place)) - 1], said);
  }
  if (last.test(text)) return entity(shown.at(-1), last.exec(text)![0]);
  const byPrice = [...shown].sort((a, b) => a.price.amount - b.price.amount);
  if (cheapest.test(text)) return entity(byPrice[0], cheapest.exec(text)![0]);
  if (dearest.test(text)) return entity(byPrice.at(-1), dearest.exec(text)![0]);
  return byWord(text, shown);
}

const wordOfName = /[a-z]{3,}/g;
const pronouns =
  /(?:的那?(?:个|款|种|件|双|条)?|那(?:个|款|种|件|双|条))[\s\p{P}]*(?:多少钱|有货吗|呢|吧)?[\s\p{P}]*$|\b(?:one|the)\b/iu;

/** "印花那个有M吗": what is asked comes after what tells it from the others. */
const described = /^(?:那|要|看看?)?(\p{Script=Han}{1,8}?)的?那(?:个|款|种|件|双|条)/u;
/** "薄那款", "长的卡其M还有吗": one letter says it all where it stands alone; a colour is chosen, not picked by. */
const single = /^(?:那|要|看看?)?(\p{Script=Han})的/u;
const longest = 30;

/** A short message with a word of one name and of no other that is shown: "儿童的那个", "the ceramic one". */
function byWord(text: string, shown: Product[]): Entity | undefined {
  const plain = text.toLowerCase();
  const description = described.exec(plain)?.[1];
  const letter = description?.length === 1 ? description : single.exec(plain)?.[1];
  const alone = letter !== undefined && coloursIn(letter).length === 0 ? [letter] : [];
  const isPointing = pronouns.test(plain) || alone.length > 0 || description !== undefined;
  if (plain.length > longest || !isPointing) return undefined;
  const said = [...wordsOf(description ?? plain), ...alone];
  const hits = shown.map((product) => {
    const name = `${product.title} ${englishNameOf(product) ?? ""}`.toLowerCase();
    return said.filter((word) => name.includes(word));
  });
  const most = Math.max(...hits.map(({ length }) => length));
  const best = hits.flatMap((words, at) => (words.length === most && most > 0 ? [at] : []));
  return best.length === 1 ? entity(shown[best[0]!], hits[best[0]!]!.join(" ")) : undefined;
}

/** Latin words, and every two letters of the Chinese ones. */
function wordsOf(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+/gu) ?? [];
  const pairs = runs.flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - 1) }, (_, i) => run.slice(i, i + 2)),
  );
  return [...(text.match(wordOfName) ?? []), ...pairs];
}

function entity(product: Product | undefined, text: string): Entity | undefined {
  return product && { kind: "product", value: product.id, text: text.trim() };
}
