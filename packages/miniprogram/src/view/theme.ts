import { accentText, onAccent } from "./shared.ts";

/** What a shop may change of the looks. */
export type Theme = {
  /** `#rrggbb`; without it the shop's own. */
  accent?: string;
  /** Corner radius of a card in CSS pixels; without it the shop's own. */
  radius?: number;
  /** Follows WeChat's own where it is left out. */
  scheme?: "light" | "dark";
};

const surfaces = { light: "#ffffff", dark: "#16181d" };
const softShare = { light: [0.09, 0.3], dark: [0.18, 0.46] } as const;

/** The inline style that gives the chat its accent and corners; empty where the theme leaves both alone. */
export function themeStyle({ accent, radius }: Theme, scheme: "light" | "dark"): string {
  const rules: string[] = [];
  if (accent && /^#[\da-f]{6}$/i.test(accent)) {
    const [soft, line] = softShare[scheme];
    const surface = surfaces[scheme];
    rules.push(
      `--yw-accent:${accent}`,
      `--yw-on-accent:${onAccent(accent)}`,
      `--yw-accent-soft:${mixOver(accent, surface, soft)}`,
      `--yw-accent-line:${mixOver(accent, surface, line)}`,
      `--yw-accent-text:${accentText(accent, scheme)}`,
    );
  }
  if (radius !== undefined) {
    // In px: WeChat does not turn rpx into them inside a property of one's own.
    const px = (share: number) => `${Math.round(radius * share)}px`;
    rules.push(
      `--yw-radius:${px(1)}`,
      `--yw-radius-xs:${px(1 / 3)}`,
      `--yw-radius-s:${px(2 / 3)}`,
      `--yw-radius-l:${px(4 / 3)}`,
    );
  }
  return rules.join(";");
}

/** A colour laid over a surface with a share between 0 and 1. Both are `#rrggbb`. */
export function mixOver(colour: string, surface: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => {
    const value = Math.round(channel(colour, at) * share + channel(surface, at) * (1 - share));
    return value.toString(16).padStart(2, "0");
  });
  return `#${mixed.join("")}`;
}
