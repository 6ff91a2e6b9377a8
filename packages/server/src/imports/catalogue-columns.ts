/** How a catalogue's columns may be called, beside the field's own name. */
export const catalogueNames = {
  id: ["编号", "商品编号", "商品id", "货号", "productId"],
  title: ["标题", "商品标题", "名称", "商品名称", "name"],
  category: ["类目", "分类", "类别"],
  price: ["价格", "售价", "现价"],
  listPrice: ["原价", "划线价", "市场价", "compareAtPrice"],
  currency: ["币种", "货币"],
  stock: ["库存", "数量", "quantity"],
  skuId: ["sku", "sku编号", "规格编号"],
  image: ["图片", "主图", "imageUrl"],
  url: ["链接", "商品链接", "link"],
  status: ["状态", "上架状态"],
} as const;

export type CatalogueField = keyof typeof catalogueNames;

/** What a shop writes for whether a product is on sale. */
export const statusWords: Record<string, "listed" | "unlisted"> = {
  listed: "listed",
  上架: "listed",
  已上架: "listed",
  在售: "listed",
  unlisted: "unlisted",
  下架: "unlisted",
  已下架: "unlisted",
  停售: "unlisted",
};
