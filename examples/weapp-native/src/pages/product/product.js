const { locale, readGoods, shown } = require("../../shop/server.js");

const words = {
  "zh-CN": { consult: "一键咨询", hint: "带着这件商品去问，尺码、库存、优惠、物流都能答", missing: "没有这件商品" },
  en: {
    consult: "Ask about this",
    hint: "Opens a chat that knows this product: sizes, stock, offers, delivery",
    missing: "This product isn't here",
  },
};

Page({
  data: { product: undefined, missing: "", words: words["zh-CN"] },
  async onLoad({ id }) {
    const said = words[locale()];
    const goods = await readGoods().catch(() => []);
    const product = goods.find((one) => one.id === id);
    if (product) this.setData({ product: shown(product), words: said });
    else this.setData({ missing: said.missing });
  },
  // The whole of it: the chat's page knows the product by its id.
  consult() {
    wx.navigateTo({ url: `/chat/pages/chat/chat?productId=${this.data.product.id}` });
  },
});
