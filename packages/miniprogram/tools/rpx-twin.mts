/** One block of custom properties, by name. */
type Tokens = Map<string, string>;

/** Two rpx are one CSS pixel of a phone that is 375 px wide. */
const rpxPerPx = 2;

/**
 * The design tokens as a mini-program takes them: in rpx, on the chat page's own classes instead of the document's
 * root, and with colours mixed beforehand, because older phones' WeChat has no `color-mix`. Only those that `users`,
 * the page's own styles, name.
 */
export function rpxTwin(css: string, users: string): string {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "");
  const light = tokensOf(plain, /:root,\s*:host\s*\{([^}]*)\}/);
  const dark = tokensOf(plain, /:root\[data-theme="dark"\],\s*:host\(\[data-theme="dark"\]\)\s*\{([^}]*)\}/);
  const used = [...light.keys()].filter((name) => users.includes(`var(${name})`));
  const changed = used.filter((name) => dark.has(name));
  const all = new Map([...light, ...dark]);
  return [
    "/* Made from packages/shared/src/tokens.css by tools/make-styles.mts. */",
    block(".yw-page", used, light),
    block(".yw-page.yw-dark", changed, all),
  ].join("\n");
}

function tokensOf(css: string, pattern: RegExp): Tokens {
  const body = pattern.exec(css)?.[1];
  if (!body) throw new Error(`the tokens have no block that fits ${pattern}`);
  const found = [...body.matchAll(/(--yw-[\w-]+):\s*([^;]+);/g)];
  return new Map(found.map(([, name, value]) => [name!, value!.replace(/\s+/g, " ").trim()]));
}

function block(selector: string, names: string[], tokens: Tokens): string {
  const lines = names.map((name) => `  ${name}: ${written(name, tokens)};`);
  return `${selector} {\n${lines.join("\n")}\n}\n`;
}

function written(name: string, tokens: Tokens): string {
  const value = tokens.get(name) ?? "";
  return mixed(value, tokens).replace(/(\d+(?:\.\d+)?)px/g, (_, px) => `${Number(px) * rpxPerPx}rpx`);
}

/** A `color-mix` in OKLab as the colour it comes to. */
function mixed(value: string, tokens: Tokens): string {
  const mix = /^color-mix\(in oklab, (.+?) (\d+)%, (.+)\)$/.exec(value);
  if (!mix) return value;
  const share = Number(mix[2]) / 100;
  const [a, b] = [mix[1]!, mix[3]!].map((colour) => toOklab(hexOf(colour, tokens)));
  return toHex(a!.map((x, at) => x * share + b![at]! * (1 - share)));
}

function hexOf(colour: string, tokens: Tokens): string {
  const name = /^var\((--[\w-]+)\)$/.exec(colour)?.[1];
  const hex = name ? hexOf(tokens.get(name) ?? "", tokens) : colour;
  if (/^#[\da-f]{3}$/i.test(hex)) return `#${[...hex.slice(1)].map((digit) => digit + digit).join("")}`;
  if (!/^#[\da-f]{6}$/i.test(hex)) throw new Error(`"${colour}" is no colour that can be mixed beforehand`);
  return hex;
}

const toLinear = (x: number) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);
const toGamma = (x: number) => (x <= 0.0031308 ? x * 12.92 : 1.055 * x ** (1 / 2.4) - 0.055);
const times = (rows: number[][], v: number[]) => rows.map((row) => row.reduce((sum, x, at) => sum + x * v[at]!, 0));

function toOklab(hex: string): number[] {
  const rgb = [1, 3, 5].map((at) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones.map(Math.cbrt),
  );
}

function toHex(lab: number[]): string {
  const roots = times(
    [
      [1, 0.3963377774, 0.2158037573],
      [1, -0.1055613458, -0.0638541728],
      [1, -0.0894841775, -1.291485548],
    ],
    lab,
  );
  const rgb = times(
    [
      [4.0767416621, -3.3077115913, 0.2309699292],
      [-1.2684380046, 2.6097574011, -0.3413193965],
      [-0.0041960863, -0.7034186147, 1.707614701],
    ],
    roots.map((x) => x ** 3),
  );
  const channel = (x: number) => Math.round(Math.min(1, Math.max(0, toGamma(x))) * 255);
  return `#${rgb.map((x) => channel(x).toString(16).padStart(2, "0")).join("")}`;
}
