const { locale, readGoods, shown } = require("../../shop/server.js");

/** How many goods are drawn at first, and more each time the end comes near. */
const pageSize = 10;

Page({
  data: { goods: [], failed: "" },
  onLoad() {
    return this.read();
  },
  async read() {
    this.setData({ failed: "" });
    try {
      this.all = await readGoods();
      this.more();
    } catch {
      this.setData({
        failed: locale() === "en" ? "The goods didn't load. Tap to try again." : "商品没有加载出来，点一下再试",
      });
    }
  },
  // Only what is new goes to the view.
  more() {
    const from = this.data.goods.length;
    const next = this.all.slice(from, from + pageSize).map(shown);
    this.setData(Object.fromEntries(next.map((product, i) => [`goods[${from + i}]`, product])));
  },
  onReachBottom() {
    if (this.all) this.more();
  },
  open({ currentTarget }) {
    wx.navigateTo({ url: `/pages/product/product?id=${currentTarget.dataset.id}` });
  },
});
