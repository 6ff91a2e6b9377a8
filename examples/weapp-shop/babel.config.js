module.exports = { presets: [["taro", { framework: "preact", ts: true, compiler: "webpack5" }]] };
