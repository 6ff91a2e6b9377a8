const links = /https?:\/\/[^\s）)】\]>，。"']+|(?<![\w@])(?:www\.)[^\s）)，。]+/gi;
const mails = /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]+/g;
const dates = /(?<!\d)(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?!\d)/g;
/** Numbers of orders, parcels and telephones; an amount or a range with its unit is none. */
const codes =
  /(?<![\w.¥$€£])(?!\d{1,5}-\d{1,5}\s?(?:[元块件个天号码度]|cm|mm|ml|kg|g\b))(?!\d+\s?[元块])(?:(?!(?:rmb|cny|usd|eur|gbp|hkd)\d)(?:[a-z]{1,6}[-_]?\d[\d-]{3,}|[a-z]{2,12}\d{2,})\w*|\d(?:-?\d){6,}[a-z\d]*|[〇零一二三四五六七八九幺]{7,})/gi;
/** The same with blanks in it. */
const spaced = /(?<![\w.¥$€£])\d{1,6}(?: \d{1,6}){1,7}(?!\d)/g;
const shortestNumber = 9;

/** Links, addresses and numbers of orders, parcels and telephones in a text that stand in none of the sources. */
export function codesBeyond(raw: string, sources: string): string[] {
  const text = raw.normalize("NFKC");
  const known = bareCode(sources.normalize("NFKC"));
  const rest = text.replace(links, " ").replace(dates, " ");
  const inGroups = (rest.match(spaced) ?? []).filter((one) => bareCode(one).length >= shortestNumber);
  const said = [text.match(links), text.match(mails), rest.match(codes), inGroups].flatMap((found) => found ?? []);
  return said.filter((one) => !known.includes(bareCode(one)));
}

/** A text with blanks for links and codes, whose digits count nothing. */
export function withoutCodes(text: string): string {
  const blank = (found: string) => " ".repeat(found.length);
  const days = new Set([...text.matchAll(dates)].map(({ index }) => index));
  return text.replace(links, blank).replace(codes, (found, at: number) => (days.has(at) ? found : blank(found)));
}

function bareCode(text: string): string {
  return text.toLowerCase().replace(/[\s-]/g, "");
}
