import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { madeStyles } from "../../tools/make-styles.mts";
import { rpxTwin } from "../../tools/rpx-twin.mts";

it("MP48 the page's tokens and icons are those of the widget, as tools/make-styles.mts writes them", () => {
  for (const [name, css] of Object.entries(madeStyles())) {
    expect(readFileSync(new URL(`../taro/styles/${name}`, import.meta.url), "utf8"), name).toBe(css);
  }
});

it("MP48 a token becomes rpx and a mixed colour the colour it comes to; what no style uses is left out", () => {
  const tokens = `:root, :host { --yw-accent: #0b66e4; --yw-a: color-mix(in oklab, var(--yw-accent) 50%, #fff); --yw-b: 12px; --yw-c: 1px; }
    :root[data-theme="dark"], :host([data-theme="dark"]) { --yw-b: 8px; }`;
  const twin = rpxTwin(tokens, "x { color: var(--yw-a); width: var(--yw-b) }");
  expect(twin).toMatch(/--yw-a: #[\da-f]{6};/);
  expect(twin).toContain(".yw-page {");
  expect(twin).toContain("--yw-b: 24rpx;");
  expect(twin.slice(twin.indexOf(".yw-dark"))).toContain("--yw-b: 16rpx;");
  expect(twin).not.toContain("--yw-c");
  expect(() => rpxTwin(tokens.replace("#fff", "currentColor"), "var(--yw-a)")).toThrow(/mixed/);
});
