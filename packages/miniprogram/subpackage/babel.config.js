// Phones on which WeChat still runs mini-programs of today: iOS 12, and Android with WeChat's own engine.
const targets = { ios: "12", chrome: "67" };

module.exports = { presets: [["taro", { framework: "preact", ts: true, compiler: "webpack5", targets }]] };
