import { luminance, onAccent } from "./contrast.ts";

/** What text must reach against its ground, with a little to spare for rounding. */
const contrast = 4.7;

/** The surfaces that accent text stands on, light and dark: the worst of each. */
const ground = { light: "#e9eef8", dark: "#22252c" };

function mix(hex: string, towards: number, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16);
    return Math.round(value + (towards - value) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${channels.join("")}`;
}

/** The accent as readable text: darkened or lightened just as far as it must. */
export function accentText(accent: string, scheme: "light" | "dark"): string {
  const base = luminance(ground[scheme]);
  for (let share = 0; share < 1; share += 0.05) {
    const colour = mix(accent, scheme === "light" ? 0 : 255, share);
    const own = luminance(colour);
    const ratio = (Math.max(own, base) + 0.05) / (Math.min(own, base) + 0.05);
    if (ratio >= contrast) return colour;
  }
  return scheme === "light" ? "#000000" : "#ffffff";
}

/** The rules that give every part the shop's accent and corner radius (CSS pixels). */
export function accentRules(accent: string, radius: number): string {
  const text = (scheme: "light" | "dark") => {
    const colour = accentText(accent, scheme);
    return `--yw-accent-text:${colour};--yw-focus:${colour}`;
  };
  return (
    `:host{--yw-accent:${accent};--yw-on-accent:${onAccent(accent)};--yw-radius:${radius}px;${text("light")}}` +
    `@media(prefers-color-scheme:dark){:host(:not([data-theme="light"])){${text("dark")}}}` +
    `:host([data-theme="dark"]){${text("dark")}}`
  );
}
