const { locale, server } = require("./shop/server.js");

App({
  // All that the chat's package needs to know; it reads this when it is opened, and not before.
  globalData: {
    yiwen: {
      server: server(),
      shop: "pk_demo",
      locale: locale(),
      theme: { accent: "#b4375a" },
      pages: { product: "/pages/product/product?id={id}" },
    },
  },
});
