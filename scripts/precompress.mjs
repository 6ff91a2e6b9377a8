// precompress.mjs DIR: beside each text file in it the same in Brotli and gzip, as `@fastify/static` looks for them.
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** Smaller files fit into one packet as they are. */
const least = 1000;

const folder = process.argv[2];
for (const name of globSync("**/*.{js,css,html,svg,json}", { cwd: folder })) {
  const path = join(folder, name);
  const bytes = readFileSync(path);
  if (bytes.length < least) continue;
  writeFileSync(`${path}.br`, brotliCompressSync(bytes));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
