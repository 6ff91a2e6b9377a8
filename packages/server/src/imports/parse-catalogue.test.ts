import { describe, expect, it } from "vitest";
import { parseCatalogue } from "./parse-catalogue.ts";

const product = { id: "A1", title: "圆领T恤", category: "服装", price: "99", stock: 3 };
const json = (...rows: unknown[]) => parseCatalogue(JSON.stringify(rows), "json");

describe("JSON catalogues", () => {
  it("IM1 takes the good rows and reports the bad ones with line, field, reason and value", () => {
    const text = `[
  {"id": "A1", "title": "圆领T恤", "category": "服装", "price": "99", "stock": 3},
  {"id": "A2", "title": "卫衣", "category": "服装", "price": "free", "stock": 1},
  {"id": "A3", "title": "broken, "category": "服装", "price": 1, "stock": 1},
  {
    "id": "A4",
    "title": "帽子 [含\\"引号\\"]", "category": "服装", "price": 10, "stock": 0
  }
]`;
    const report = parseCatalogue(text, "json");
    expect(report.products.map(({ id }) => id)).toEqual(["A1", "A4"]);
    expect(report.rows).toBe(4);
    expect(report.rejected).toEqual([
      { line: 3, field: "price", reason: expect.stringContaining("not a price"), value: "free" },
      { line: 4, field: "", reason: expect.stringContaining("not closed") },
    ]);
  });

  it("IM1 reads JSON Lines with the right line numbers, whatever else a line holds", () => {
    const text = `\ufeff${JSON.stringify(product)}\r\n\r\n{"id":\r\n7\r\n${JSON.stringify({ ...product, id: "A2" })}`;
    const report = parseCatalogue(text, "json");
    expect(report.products.map(({ id }) => id)).toEqual(["A1", "A2"]);
    expect(report.rejected.map(({ line }) => line)).toEqual([3, 4]);
  });

  it("IM1 says so when the array breaks off, and keeps what came before", () => {
    const report = parseCatalogue(`[${JSON.stringify(product)},\n{"id": "A2"`, "json");
    expect(report.products).toHaveLength(1);
    expect(report.rejected).toEqual([{ line: 2, field: "", reason: expect.stringContaining("ends") }]);
  });

  it("IM1 reads an empty array as no rows and names the fields that mean nothing", () => {
    expect(parseCatalogue(" [ \n ] ", "json")).toEqual({ products: [], rejected: [], rows: 0, ignored: [] });
    expect(json({ ...product, brand: "x" }).ignored).toEqual(["brand"]);
  });

  it("IM5 sums the SKUs' stock and gives them the product's price where they have none", () => {
    const { products } = json({
      ...product,
      stock: 999,
      skus: [
        { id: "A1-L", attributes: { 尺码: "L", 颜色: "黑" }, stock: 2 },
        { id: "A1-XL", attributes: { 尺码: "XL", 颜色: "黑" }, price: "109.5", stock: 5 },
      ],
    });
    expect(products[0]).toEqual({
      id: "A1",
      title: "圆领T恤",
      category: "服装",
      price: { amount: 9900, currency: "CNY" },
      stock: 7,
      skus: [
        { id: "A1-L", attributes: { 尺码: "L", 颜色: "黑" }, price: { amount: 9900, currency: "CNY" }, stock: 2 },
        { id: "A1-XL", attributes: { 尺码: "XL", 颜色: "黑" }, price: { amount: 10950, currency: "CNY" }, stock: 5 },
      ],
      attributes: {},
      status: "listed",
    });
  });

  it("IM5 rejects a product with neither SKUs nor stock, and stock that is no count", () => {
    const faults = json({ ...product, stock: null }, { ...product, stock: -1 }, { ...product, stock: 1.5 }).rejected;
    expect(faults.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
      "stock is missing",
      "stock must be a whole number from 0 to 1000000000",
      "stock must be a whole number from 0 to 1000000000",
    ]);
  });

  it("IM6 rejects SKUs that share an id or their attributes", () => {
    const sku = (id: string, attributes: object) => ({ id, attributes, stock: 1 });
    const sameId = { ...product, skus: [sku("x", { 尺码: "L" }), sku("x", { 尺码: "M" })] };
    const sameKind = { ...product, skus: [sku("x", { 尺码: "L", 颜色: "黑" }), sku("y", { 颜色: "黑", 尺码: "L" })] };
    const fields = json(sameId, sameKind).rejected.map(({ field }) => field);
    expect(fields).toEqual(["skus[1].id", "skus[1].attributes"]);
  });

  it("IM7 keeps a list price only when it is higher", () => {
    const { products } = json({ ...product, listPrice: "129" }, { ...product, id: "A2", listPrice: "99.00" });
    expect(products.map(({ listPrice }) => listPrice)).toEqual([{ amount: 12900, currency: "CNY" }, undefined]);
  });

  it("IM8 limits every text, trims it, and takes null and empty text for absent", () => {
    const long = json({ ...product, title: "长".repeat(201) }, { ...product, attributes: { 材质: "x".repeat(501) } });
    expect(long.rejected.map(({ field }) => field)).toEqual(["title", "attributes.材质"]);
    expect(long.rejected[0]?.value).toHaveLength(100);
    const { products } = json({
      ...product,
      id: 12,
      title: " T恤 ",
      listPrice: null,
      image: "",
      attributes: { 洗: true },
    });
    expect(products[0]).toMatchObject({ id: "12", title: "T恤", attributes: { 洗: "true" } });
    expect(json({ ...product, title: "  " }).rejected[0]).toMatchObject({ field: "title", reason: "is missing" });
  });

  it.each(["javascript:alert(1)", "//evil.example/x.png", "/\\evil.example", "x.png", "http://", "data:image/png,1"])(
    "IM9 rejects the link %s",
    (url) => {
      expect(json({ ...product, url }).rejected).toMatchObject([{ field: "url", value: url }]);
      expect(json({ ...product, image: url }).rejected).toMatchObject([{ field: "image", value: url }]);
    },
  );

  it("IM9 takes http(s) links and paths of the shop's own site", () => {
    const { products } = json({ ...product, url: "https://shop.example/p?id=1", image: "/images/a.svg" });
    expect(products[0]).toMatchObject({ url: "https://shop.example/p?id=1", image: "/images/a.svg" });
  });

  it("IM10 takes the first of two rows with one id", () => {
    const report = json(product, { ...product, title: "另一个" });
    expect(report.products.map(({ title }) => title)).toEqual(["圆领T恤"]);
    expect(report.rejected).toEqual([{ line: 1, field: "id", reason: "repeats line 1", value: "A1" }]);
  });
});

describe("CSV catalogues", () => {
  const csv = (...lines: string[]) => parseCatalogue(lines.join("\n"), "csv");

  it("IM11 understands Chinese headers, attribute columns and status words", () => {
    const report = csv(
      "\ufeff编号,标题,类目,价格,原价,库存,属性：材质,attr:产地,图片,状态,备注",
      'A1,"保温杯, 500ml",家居,89.9,129,12,304不锈钢,浙江,/images/a.svg,下架,x',
    );
    expect(report.rejected).toEqual([]);
    expect(report.ignored).toEqual(["备注"]);
    expect(report.products).toEqual([
      {
        id: "A1",
        title: "保温杯, 500ml",
        category: "家居",
        price: { amount: 8990, currency: "CNY" },
        listPrice: { amount: 12900, currency: "CNY" },
        stock: 12,
        skus: [],
        attributes: { 材质: "304不锈钢", 产地: "浙江" },
        image: "/images/a.svg",
        status: "unlisted",
      },
    ]);
  });

  it("IM11 understands English headers whatever their spelling", () => {
    const { products } = csv("ID,Title,CATEGORY,Price,list_price,Currency,Stock", "1,Mug,Home,12.50,15,USD,4");
    expect(products).toMatchObject([
      { id: "1", price: { amount: 1250, currency: "USD" }, listPrice: { amount: 1500 } },
    ]);
  });

  it("IM11 reports a needed column that is missing once, not at every line", () => {
    const report = csv("编号,标题,类目,库存", "1,a,b,1", "2,a,b,1");
    expect(report.rejected).toEqual([{ line: 1, field: "price / 价格 / 售价", reason: "has no column" }]);
    expect(report.rows).toBe(2);
  });

  it("IM12 merges the lines of one id into a product with SKUs", () => {
    const { products, rejected } = csv(
      "id,title,category,price,原价,stock,尺码,颜色,attr:材质",
      "T1,T恤,服装,99,,3,M,白,棉",
      "M1,杯子,家居,20,,9,,,",
      "T1,,,89,109,4,L,白,",
      "T1,,,,,0,L,黑,",
    );
    expect(rejected).toEqual([]);
    expect(products).toMatchObject([
      {
        id: "T1",
        price: { amount: 8900 },
        listPrice: { amount: 10900 },
        stock: 7,
        attributes: { 材质: "棉" },
        skus: [
          { attributes: { 尺码: "M", 颜色: "白" }, price: { amount: 9900 }, stock: 3 },
          { attributes: { 尺码: "L", 颜色: "白" }, price: { amount: 8900 }, stock: 4 },
          { attributes: { 尺码: "L", 颜色: "黑" }, price: { amount: 9900 }, stock: 0 },
        ],
      },
      { id: "M1", skus: [], stock: 9 },
    ]);
  });

  it("IM12 rejects a line that does not fit alone, in the file's own words", () => {
    const { products, rejected } = csv(
      "编号,标题,类目,价格,库存,尺码",
      "T1,T恤,服装,99,多,S",
      "T1,,,,3,M",
      "T1,毛衣,,,3,L",
      "T1,,,,3,M",
      "T1,,,,3,",
      ",T恤,服装,99,1,",
      "T2,袜子,服装,9,1,",
      "T2,袜子,服装,9,1,",
    );
    expect(products.map(({ id, stock }) => [id, stock])).toEqual([
      ["T1", 3],
      ["T2", 1],
    ]);
    expect(rejected).toMatchObject([
      { line: 2, field: "库存", value: "多" },
      { line: 4, field: "标题", value: "毛衣" },
      { line: 5, field: "skuId" },
      { line: 6, field: "库存", reason: expect.stringContaining("without a size") },
      { line: 7, field: "编号", reason: "is missing" },
      { line: 9, field: "编号", reason: expect.stringContaining("repeats line 8") },
    ]);
  });

  it("IM13 gives a SKU without an id the same one whatever the order of the lines", () => {
    const head = "id,title,category,price,stock,sku,尺码,颜色";
    const lines = ["T1,T恤,服装,99,3,,M,白", "T1,T恤,服装,99,3,K-9,L,白"];
    const ids = (rows: string[]) => csv(head, ...rows).products[0]?.skus.map(({ id }) => id);
    expect(ids(lines)).toEqual(["T1:M/白", "K-9"]);
    expect(ids(lines.toReversed())).toEqual(["K-9", "T1:M/白"]);
  });

  it("IM14 goes on after broken quotes and counts lines through quoted line breaks", () => {
    const report = parseCatalogue(
      'id,title,category,price,stock\r\n1,"two\r\nlines",c,1,1\r\n\r\n,,,,\r\n2,"x"y,c,1,1\r\n3,ok,c,1,1\r\n4,"open,c,1,1\r\n5,bad,c,?,1\r\n',
      "csv",
    );
    expect(report.products.map(({ id, title }) => [id, title])).toEqual([
      ["1", "two\nlines"],
      ["3", "ok"],
    ]);
    expect(report.rejected.map(({ line, field }) => [line, field])).toEqual([
      [6, ""],
      [8, ""],
      [9, "price"],
    ]);
    expect(report.rows).toBe(5);
  });

  it("IM1 reads an empty file as no rows", () => {
    expect(csv("")).toEqual({ products: [], rejected: [], rows: 0, ignored: [] });
  });
});
