import { createCheck } from "../../src/grounding/check.ts";
import { productSource } from "../../src/model/render.ts";
import { statementsIn } from "../../src/grounding/statements.ts";
const products = (await import("../../src/imports/parse-catalogue.ts")).parseCatalogue((await import("node:fs")).readFileSync("../../examples/storefront/catalogue.json","utf8"),"json").products as any[];
const p = products.find((x) => x.id === "P2003"); const s = productSource(p, "zh");
console.log(s.text, s.choices![0]);
console.log(statementsIn("价格: ¥39"), createCheck([s])("价格: ¥39"));
const b = productSource(products.find((x) => x.id === "P3003"), "zh");
console.log(statementsIn("- 燕麦 1.5米床: ¥459, 库存 54 件").map(x=>[x.said,x.bound,x.isDenied,x.quantity,[...x.topics]]), createCheck([b])("- 燕麦 1.5米床: ¥459, 库存 54 件"));
