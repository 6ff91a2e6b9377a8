import type { Product } from "../../facts.ts";
import { keyWords, titleOf, valueWords } from "../../localise.ts";
import { formatRange } from "../../money.ts";
import { optionKind } from "../../option-kind.ts";
import { chooseOptions, type Option, optionsOf, skusFor } from "../../variants.ts";
import { choiceWords } from "../product-words.ts";
import type { Deed, Scene } from "../skill.ts";
import { intentChoices, sayChoices, sayText } from "../speak.ts";
import { phrases } from "./phrases.ts";

/** Stock of what was chosen, of every value where nothing was; a size or colour it doesn't have is said so. */
export function sayStock(scene: Scene, product: Product): Deed {
  const words = phrases[scene.language];
  const { said, dialogue, language } = scene;
  const { unknown } = chooseOptions(product, said?.text ?? "", said?.understood.entities ?? []);
  const chosen = dialogue.product?.chosen ?? {};
  if (unknown.length > 0) {
    const what = unknown
      .map((entity) => (entity.kind === "size" ? valueWords("size", entity.value, language) : entity.text))
      .join(words.join);
    return { turns: [sayText([words.noSuch(what), overview(scene, product)].join(language === "zh" ? "" : " "))] };
  }
  if (product.stock <= 0) {
    return {
      turns: [
        sayChoices(
          words.hasNot(titleOf(product, scene.language), "") + words.noneLeft,
          intentChoices(["recommend", "human"], language),
        ),
      ],
    };
  }
  if (Object.keys(chosen).length === 0 || asksForList(said?.text ?? "")) {
    const price = isNews(scene, product) ? words.priceNow(priceOf(product)) : "";
    const [first, ...more] = overview(scene, product).split("\n");
    return { turns: [sayText([first + price, ...more].join("\n"))] };
  }
  const skus = skusFor(product, chosen);
  const count = skus.reduce((sum, { stock }) => sum + stock, 0);
  const open = optionsOf(product).filter(({ key, values }) => chosen[key] === undefined && values.length > 1);
  const rest =
    count > 0
      ? open.map((option) => optionLine(scene, product, option)).join("\n")
      : words.stillHas(inStock(scene, product));
  const first =
    count > 0
      ? words.has(titleOf(product, scene.language), choiceWords(scene), count)
      : words.hasNot(titleOf(product, scene.language), choiceWords(scene));
  return { turns: [sayText(count > 0 && rest ? `${first}\n${rest}` : first + rest)] };
}

/** Whether this message put the product on the table: then its price is worth knowing too. */
function isNews({ before }: Scene, { id }: Product): boolean {
  return before?.id !== id;
}

function priceOf({ price, skus }: Product): string {
  return formatRange(skus.length > 0 ? skus.map((sku) => sku.price) : [price]);
}

function asksForList(text: string): boolean {
  return /哪些|什么(?:尺码|颜色|码|色)|几个(?:颜色|码)|别的|其他|\b(?:which|what|other) (?:sizes?|colou?rs?)/i.test(
    text,
  );
}

/** Every option with its values, those sold out marked. */
function overview(scene: Scene, product: Product): string {
  const words = phrases[scene.language];
  const options = optionsOf(product).filter(({ values }) => values.length > 0);
  const total =
    product.stock > 0
      ? words.has(titleOf(product, scene.language), "", product.stock)
      : words.hasNot(titleOf(product, scene.language), "");
  if (options.length === 0) return total;
  const all = { ...scene, dialogue: { ...scene.dialogue, product: { id: product.id, chosen: {} } } };
  return [total, ...options.map((option) => optionLine(all, product, option))].join("\n");
}

function optionLine(scene: Scene, product: Product, { key, values }: Option): string {
  const words = phrases[scene.language];
  const chosen = scene.dialogue.product?.chosen ?? {};
  const marked = values.map((value) => {
    const stock = skusFor(product, { ...chosen, [key]: value }).reduce((sum, sku) => sum + sku.stock, 0);
    const said = optionKind(key) === "size" ? value : valueWords(key, value, scene.language);
    return stock > 0 ? said : `${said}${words.soldOutMark}`;
  });
  return words.options(keyWords(key, scene.language), marked.join(words.join));
}

/** The combinations that can be bought, up to six. */
function inStock({ language }: Scene, product: Product): string {
  return product.skus
    .filter(({ stock }) => stock > 0)
    .slice(0, 6)
    .map(({ attributes }) =>
      Object.entries(attributes)
        .map(([key, value]) => valueWords(key, value, language))
        .join(" "),
    )
    .join(phrases[language].join);
}
