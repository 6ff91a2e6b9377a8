// Makes the emitted declarations stand by themselves: every import becomes a path inside miniprogram_dist/types.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../miniprogram_dist/", import.meta.url));
const types = join(dist, "types");
const outside = {
  "@yiwen/shared": join(types, "shared/src/index.js"),
  "@yiwen/shared/browser": join(types, "shared/src/browser/index.js"),
  typebox: join(types, "typebox.js"),
};

/** A specifier from one file to another, as declarations write it. */
const specifier = (from, to) =>
  relative(dirname(from), to)
    .replaceAll("\\", "/")
    .replace(/^(?!\.)/, "./");

for (const entry of readdirSync(types, { recursive: true })) {
  const path = join(types, entry);
  if (!path.endsWith(".d.ts")) continue;
  const text = readFileSync(path, "utf8").replace(/(from |import\()"([^"]+)"/g, (whole, start, name) => {
    if (outside[name]) return `${start}"${specifier(path, outside[name])}"`;
    if (!name.startsWith(".")) throw new Error(`${entry} needs the types of ${name}`);
    return whole.replace(/\.ts"$/, '.js"');
  });
  writeFileSync(path, text);
}
for (const name of ["typebox.d.ts", "typebox-types.d.ts"]) {
  copyFileSync(fileURLToPath(new URL(name, import.meta.url)), join(types, name));
}
writeFileSync(join(dist, "index.d.ts"), 'export * from "./types/miniprogram/src/core/index.js";\n');
