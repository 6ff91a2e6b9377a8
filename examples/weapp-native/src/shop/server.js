/** The shop's server; while one develops, another may be named in the storage. */
function server() {
  const isDeveloped = wx.getAccountInfoSync().miniProgram.envVersion === "develop";
  return (isDeveloped && wx.getStorageSync("camellia.server")) || "http://127.0.0.1:3000";
}

/** The phone's language as Yiwen names it. */
function locale() {
  return wx.getAppBaseInfo().language.startsWith("en") ? "en" : "zh-CN";
}

let asked;

/** All goods on sale; read once, and anew after a failure. */
function readGoods() {
  asked ??= new Promise((resolve, reject) => {
    wx.request({
      url: `${server()}/shop/catalogue.json`,
      success: ({ statusCode, data }) => (statusCode === 200 ? resolve(data) : reject(new Error(String(statusCode)))),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  }).catch((error) => {
    asked = undefined;
    throw error;
  });
  return asked;
}

/** A product as the pages show it. */
function shown({ id, title, attributes, price, image, stock }) {
  const isEnglish = locale() === "en";
  return {
    id,
    title: (isEnglish && attributes["English name"]) || title,
    price: `¥${price.amount / 100}`,
    picture: server() + image.replace(/\.svg$/, ".webp"),
    isSoldOut: stock === 0,
    soldOut: isEnglish ? "Sold out" : "已售罄",
  };
}

module.exports = { locale, readGoods, server, shown };
