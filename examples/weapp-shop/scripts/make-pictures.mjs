// Draws what the mini-program shows: the storefront's illustrations as WebP, which the shop's server hands out, and
// the tab bar's icons as PNG, because WeChat takes no other kind there. Chromium does the drawing.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const images = fileURLToPath(new URL("../../storefront/public/images/", import.meta.url));
const icons = fileURLToPath(new URL("../src/icons/", import.meta.url));

const tabs = {
  home: "M4 11.5 12 4l8 7.5V20h-5.5v-5h-5v5H4z",
  cart: "M3 4h2.2l2 11h10.3l2-8H6.2M9.5 20a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1ZM16 20a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1Z",
  orders: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
};

const icon = (path, colour) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="81" height="81" fill="none" stroke="${colour}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`;

/** Draws an SVG in a page; answers the picture as base64. */
async function draw(page, svg, side, type) {
  return page.evaluate(
    async ([source, size, mime]) => {
      const picture = new Image();
      picture.src = `data:image/svg+xml;base64,${btoa(unescape(encodeURIComponent(source)))}`;
      await picture.decode();
      const canvas = document.createElement("canvas");
      canvas.width = size;
      canvas.height = size;
      canvas.getContext("2d").drawImage(picture, 0, 0, size, size);
      return canvas.toDataURL(mime, 0.82).split(",")[1];
    },
    [svg, side, type],
  );
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const page = await browser.newPage();
  for (const file of (await readdir(images)).filter((name) => name.endsWith(".svg"))) {
    const base64 = await draw(page, await readFile(images + file, "utf8"), 480, "image/webp");
    await writeFile(images + file.replace(".svg", ".webp"), Buffer.from(base64, "base64"));
  }
  await mkdir(icons, { recursive: true });
  for (const [name, path] of Object.entries(tabs)) {
    for (const [suffix, colour] of [
      ["", "#6a5d56"],
      ["-on", "#b4375a"],
    ]) {
      const base64 = await draw(page, icon(path, colour), 81, "image/png");
      await writeFile(`${icons}${name}${suffix}.png`, Buffer.from(base64, "base64"));
    }
  }
} finally {
  await browser.close();
}
