// A webpack loader. Taro's runtime lists every component and every call that WeChat has; a package of 240 kB has room for ours.

/** The components that the page is made of. */
const components = new Set(["View", "Text", "Button", "Image", "ScrollView", "Textarea", "Block", "Slot", "SlotView"]);

/** The calls that the page waits for, as promises. */
const calls = new Set([
  "chooseMedia",
  "getImageInfo",
  "getNetworkType",
  "navigateTo",
  "previewImage",
  "setClipboardData",
  "setNavigationBarTitle",
  "showToast",
  "switchTab",
]);

module.exports = function onlyOurs(source) {
  return (
    source
      // const internalComponents = { View, Icon, … }: all the names stay, because Taro counts them.
      .replace(/^ {4}([A-Z]\w*)(?:: \w+)?,?\n/gm, (line, name) => (components.has(name) ? line : `    ${name}: {},\n`))
      // const components = { Progress: { … }, … }
      .replace(/^ {4}([A-Z]\w*): \{\n[\s\S]*?\n {4}\}(,?)\n/gm, (block, name, comma) =>
        components.has(name) ? block : `    ${name}: {}${comma}\n`,
      )
      .replace(/needPromiseApis = new Set\(\[\n([\s\S]*?)\]\)/g, (_, list) => {
        const ours = [...list.matchAll(/'(\w+)'/g)].map(([, name]) => name).filter((name) => calls.has(name));
        return `needPromiseApis = new Set(${JSON.stringify(ours)})`;
      })
      .replace(/^const (\w+) = Object\.assign\(/gm, "const $1 = /*#__PURE__*/ Object.assign(")
  );
};
