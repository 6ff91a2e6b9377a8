/**
 * pnpm hands every optional peer that some package of the workspace has to all that would take it. What only the
 * mini-program's tools bring (Sass, jsdom…) must not come into the install of `npm start` that way.
 */
const unwanted = {
  vite: ["jiti", "less", "sass", "sass-embedded", "stylus", "terser"],
  vitest: ["jsdom"],
};

function readPackage(manifest) {
  for (const name of unwanted[manifest.name] ?? []) {
    delete manifest.peerDependencies?.[name];
    delete manifest.peerDependenciesMeta?.[name];
  }
  return manifest;
}

module.exports = { hooks: { readPackage } };
