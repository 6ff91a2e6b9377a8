/** Hides what is personal in texts that leave the server, and puts it back in what returns. One for one task. */
export type Mask = {
  hide(text: string): string;
  restore(text: string): string;
};

const kinds = ["EMAIL", "ID", "PHONE", "NUMBER", "ADDRESS"] as const;
type Kind = (typeof kinds)[number];

const han = "\\p{Script=Han}";
const place = `${han}{1,8}?(?:省|自治区|市|区|县|旗|镇|乡|街道|大道|路|街|巷|胡同|弄|村|小区|花园|广场|大厦|公寓|号院|号楼|公馆|家园|新城)`;
const house = "[\\dA-Za-z-]{1,6}(?:号院|号楼|号|栋|幢|座|单元|楼|层|室|弄)";

/** In this order: what is longer and surer first. */
const patterns: [Kind, RegExp][] = [
  ["EMAIL", /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ["ID", /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g],
  ["PHONE", /(?<![\dA-Za-z])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g],
  ["PHONE", /(?<![\dA-Za-z])(?:\(?0\d{2,3}\)?[- ]?\d{7,8}|\+\d{1,3}[- ]?(?:\(?\d{2,4}\)?[- ]?){2,4}\d{2,4})(?!\d)/g],
  ["NUMBER", /(?<![\w./-])(?:[A-Za-z]{1,6}[-_]?)?\d[\d-]{6,}[A-Za-z\d]*(?![\w])/g],
  ["ADDRESS", new RegExp(`(?:${place}){1,6}\\s?(?:${house}\\s?){1,5}|(?:${place}){3,6}`, "gu")],
  [
    "ADDRESS",
    /\b\d{1,5}[A-Za-z]? (?:[A-Z][\w'.]* ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Square)\b\.?(?:,? (?:Apt|Unit|Suite|Flat|#)\.? ?\w+)?/g,
  ],
];

const placeholder = new RegExp(`[[【［]\\s*(${kinds.join("|")})[ _]?(\\d+)\\s*[\\]】］]`, "gi");
const day = /^(?:19|20)\d{2}-\d{1,2}-\d{1,2}$/;

/** `known` are what must be hidden wherever it stands: numbers of orders and parcels. */
export function createMask(known: Iterable<string> = []): Mask & { add(secrets: Iterable<string>): void } {
  const names = new Map<string, string>();
  const secrets = new Map<string, string>();
  const counts = new Map<Kind, number>();
  const always = new Set<string>();

  const nameOf = (kind: Kind, secret: string): string => {
    const given = names.get(secret);
    if (given) return given;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const name = `[${kind}_${count}]`;
    names.set(secret, name);
    secrets.set(name, secret);
    return name;
  };
  const add = (more: Iterable<string>) => {
    for (const secret of more) if (secret.length > 2) always.add(secret);
  };
  add(known);

  return {
    add,
    hide(text) {
      // Somebody who writes a placeholder must not be given what stands behind it.
      let hidden = text.replace(placeholder, "[…]");
      for (const secret of [...always].sort((a, b) => b.length - a.length)) {
        hidden = hidden.replaceAll(secret, () => nameOf("NUMBER", secret));
      }
      for (const [kind, when] of patterns) {
        hidden = hidden.replace(when, (found) => (day.test(found) ? found : nameOf(kind, found)));
      }
      return hidden;
    },
    restore: (text) =>
      text.replace(
        placeholder,
        (whole, kind: string, n: string) => secrets.get(`[${kind.toUpperCase()}_${n}]`) ?? whole,
      ),
  };
}

/** Placeholders that stand for nothing: a model made them up. */
export function strayPlaceholders(restored: string): string[] {
  return restored.match(placeholder) ?? [];
}
