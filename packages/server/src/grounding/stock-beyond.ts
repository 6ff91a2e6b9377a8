import { type Hint, hintsIn } from "./hints.ts";
import { type Chosen, combinationsOf, isOf, type Options } from "./options.ts";
import { plainText } from "./plain-text.ts";
import { type GroundSource, textOf } from "./source.ts";
import { sentenceEnd } from "./statements.ts";

const none =
  "没有?(?:现|存|库存)?货|无货|缺货|断[货码]|售[罄完]|[卖售抢]光|卖完|out of stock|sold out|not in stock|no stock\\b|unavailable";
const some = "(?<![所没只])有(?:现|存)?货(?![物品架车运到源款])|现货(?!的|商品)|有库存|库存充足|(?<!\\d )in stock";
const wording = new RegExp(`(${none})|(?:${some})`, "g");
/** "有货吗", "如果没货": nothing is said of what there is. */
const supposed = /(?:如果?|若|要是|是否|有没有|等|万一|一旦|\b(?:if|once|when|whether|until|unless))[^，,。.\n]{0,24}$/;
const general = /^(?:的(?![哦呢呀啦\s，,。.！!；;~]|$)|时|后|了?[^，,。！!；;\n]{0,6}[?？吗])/;

type Said = { said: string; at: number; end: number; isOut: boolean; sentence: string; lead: string; hints: Set<Hint> };
type Reading = { question: string; options: Options; scopeIn(text: string): Set<string> };

/** Finds in a text that went through `plainText` where it says that there is or isn't some of what is otherwise. */
export function stockBeyondOf(
  sources: GroundSource[],
  { question, options, scopeIn }: Reading,
): (text: string) => string[] {
  const goods = sources.filter(({ stock }) => stock !== undefined);
  const others = saidIn(
    plainText(
      sources
        .filter(({ stock }) => stock === undefined)
        .map(textOf)
        .join("\n"),
    ),
  );
  const inQuestion = options.namedIn(question);

  return (text) => {
    let scope = scopeIn(question);
    const claims = saidIn(text).map((one) => {
      const own = scopeIn(one.sentence);
      const isNew = own.size > 0 && scope.size > 0 && ![...own].some((id) => scope.has(id));
      if (own.size > 0) scope = own;
      return { ...one, scope, isNew };
    });
    const chosen = options.chosenFor(claims, inQuestion);
    return claims
      .filter(({ isOut, scope: meant }, n) => {
        const about = goods.filter(({ id }) => meant.size === 0 || meant.has(id));
        return about.length > 0 ? !isSo(about, chosen[n]!, isOut) : !others.some((one) => one.isOut === isOut);
      })
      .map(({ said }) => said);
  };
}

function isSo(goods: GroundSource[], chosen: Chosen, isOut: boolean): boolean {
  const combinations = combinationsOf(chosen) ?? [];
  return combinations.every((combination) => {
    const left = goods.reduce((sum, source) => sum + leftOf(source, combination), 0);
    return left > 0 !== isOut;
  });
}

function leftOf({ choices = [], stock = 0 }: GroundSource, combination: Map<string, string>): number {
  if (combination.size === 0 || choices.length === 0) return stock;
  return choices.filter(({ options }) => isOf(options, combination)).reduce((sum, choice) => sum + choice.stock, 0);
}

function saidIn(text: string): Said[] {
  let lead = "";
  return text.split(sentenceEnd).flatMap((sentence) => {
    const hints = hintsIn(sentence);
    const found = [...sentence.matchAll(wording)].flatMap((match): Said[] => {
      const [said, out] = match;
      const end = match.index + said.length;
      if (
        supposed.test(sentence.slice(Math.max(0, match.index - 60), match.index)) ||
        general.test(sentence.slice(end))
      )
        return [];
      return [{ said, at: match.index, end, isOut: out !== undefined, sentence, lead, hints }];
    });
    lead = found.length > 0 ? "" : lead + sentence;
    return found;
  });
}
