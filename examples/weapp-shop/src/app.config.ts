export default defineAppConfig({
  pages: ["pages/home/home", "pages/cart/cart", "pages/orders/orders", "pages/product/product"],
  subPackages: [{ root: "chat", name: "chat", pages: ["pages/chat/chat"] }],
  // While a shopper looks at goods, WeChat fetches the chat: the first tap on 一键咨询 waits for nothing.
  preloadRule: {
    "pages/home/home": { network: "all", packages: ["chat"] },
    "pages/product/product": { network: "all", packages: ["chat"] },
    "pages/orders/orders": { network: "all", packages: ["chat"] },
  },
  window: {
    navigationBarBackgroundColor: "#faf6f1",
    navigationBarTextStyle: "black",
    navigationBarTitleText: "山茶小铺",
    backgroundColor: "#faf6f1",
  },
  tabBar: {
    color: "#6a5d56",
    selectedColor: "#b4375a",
    backgroundColor: "#ffffff",
    borderStyle: "white",
    list: [
      { pagePath: "pages/home/home", text: "逛逛", iconPath: "icons/home.png", selectedIconPath: "icons/home-on.png" },
      {
        pagePath: "pages/cart/cart",
        text: "购物车",
        iconPath: "icons/cart.png",
        selectedIconPath: "icons/cart-on.png",
      },
      {
        pagePath: "pages/orders/orders",
        text: "订单",
        iconPath: "icons/orders.png",
        selectedIconPath: "icons/orders-on.png",
      },
    ],
  },
  lazyCodeLoading: "requiredComponents",
});
