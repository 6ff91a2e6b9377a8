import { expect, test } from "vitest";
import { accentRules, accentText } from "./accent-sheet.ts";
import { luminance, onAccent } from "./contrast.ts";

const accents = ["#0b66e4", "#ffd400", "#000000", "#ffffff", "#ff6a00", "#19c37d", "#808080", "#e11d48"];

const ratio = (a: string, b: string) => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
};
const full = (hex: string) => (hex.length === 4 ? hex.replace(/[^#]/g, "$&$&") : hex);

test("WG10 text on any accent, and any accent as text, reaches 4.5:1", () => {
  for (const accent of accents) {
    expect(ratio(full(onAccent(accent)), accent)).toBeGreaterThanOrEqual(4.5);
    expect(ratio(accentText(accent, "light"), "#ffffff")).toBeGreaterThanOrEqual(4.5);
    expect(ratio(accentText(accent, "dark"), "#22252c")).toBeGreaterThanOrEqual(4.5);
  }
});

test("WG10 the rules set accent and radius, and dark text colours by choice and by system", () => {
  const rules = accentRules("#0b66e4", 8);
  expect(rules).toContain("--yw-accent:#0b66e4");
  expect(rules).toContain("--yw-radius:8px");
  expect(rules).toContain(':host([data-theme="dark"])');
  expect(rules).toContain("prefers-color-scheme:dark");
});
