import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { home } from "./draw-home.mjs";
import { small } from "./draw-small.mjs";
import { wear } from "./draw-wear.mjs";

/** Draws every picture of the shop: one a product, and one more for each further colour. The same catalogue gives the same bytes. */
const drawings = { ...wear, ...home, ...small };

const kinds = {
  P1001: "tee",
  P1002: "teeprint",
  P1003: "hoodie",
  P1004: "sweat",
  P1005: "jeans",
  P1006: "trousers",
  P1007: "puffer",
  P1008: "pufferlong",
  P1009: "dress",
  P1010: "knitdress",
  P1011: "cardigan",
  P1012: "shirt",
  P1013: "pajamas",
  P2001: "sneaker",
  P2002: "sneakerlow",
  P2003: "slipper",
  P2004: "boot",
  P2005: "tote",
  P2006: "backpack",
  P2007: "scarf",
  P2008: "cap",
  P3001: "thermos",
  P3002: "mug",
  P3003: "bedding",
  P3004: "pillow",
  P3005: "lamp",
  P3006: "towel",
  P3007: "box",
  P3008: "candle",
  P3009: "pot",
  P3010: "wok",
  P3011: "lunchbox",
  P4001: "ricecooker",
  P4002: "kettle",
  P4003: "vacuum",
  P4004: "hairdryer",
  P4005: "airfryer",
  P4006: "humidifier",
  P5001: "cream",
  P5002: "tube",
  P5003: "lipstick",
  P5004: "sunscreen",
  P5005: "palette",
  P5006: "perfume",
  P5007: "pump",
  P6001: "rice",
  P6002: "honey",
  P6003: "giftbox",
  P6004: "coffee",
  P6005: "teatin",
  P6006: "pouch",
  P6007: "oil",
  P7001: "earbuds",
  P7002: "powerbank",
  P7003: "charger",
  P7004: "cable",
  P7005: "phonecase",
  P7006: "stand",
  P7007: "keyboard",
  P7008: "mouse",
  P8001: "blocks",
  P8002: "raincoat",
  P8003: "romper",
  P8004: "bear",
  P8005: "kidbottle",
  P8006: "books",
  P8007: "sneaker",
  P9001: "lamp",
};

const colours = {
  白: "#fbfaf6",
  黑: "#3a3b42",
  雾蓝: "#8fa9bf",
  米白: "#f3ead9",
  豆沙粉: "#cf9490",
  燕麦: "#d8c6a8",
  墨绿: "#3f6654",
  浅灰: "#c6c8ca",
  藏青: "#34476b",
  浅蓝: "#a3c1de",
  深蓝: "#48658f",
  咖色: "#7d5a45",
  奶白: "#f6efe1",
  卡其: "#b79f78",
  杏色: "#e0a67c",
  酒红: "#8c3346",
  驼色: "#b98a5a",
  鹅黄: "#f1d57e",
  山茶: "#e6b4b4",
  雪松: "#9fb39a",
  橙花: "#f0c99a",
  豆沙玫瑰: "#b9656b",
  正红: "#c22f3d",
  焦糖棕: "#a3643f",
  原味: "#a9634a",
  香辣: "#c2452f",
};

/** The colour of what is sold in one colour only. */
const own = {
  P3004: "#f1ece2",
  P3009: "#c97d5d",
  P3010: "#5a5a60",
  P4003: "#6f94b8",
  P4005: "#e9e2d6",
  P4006: "#f4f1ea",
  P5001: "#f4e3dc",
  P5002: "#b9d3c4",
  P5004: "#f6dc9b",
  P5005: "#7a5a52",
  P5006: "#f3c9c4",
  P5007: "#e6d3b1",
  P6001: "#d9694f",
  P6002: "#e2a33c",
  P6003: "#b8434f",
  P6004: "#f4efe6",
  P6005: "#3f6654",
  P6007: "#7d8f45",
  P7003: "#f6f4ef",
  P7006: "#b9bdc4",
  P8001: "#e0b27c",
  P8006: "#6f94b8",
  P9001: "#c9a45c",
};

/** Background and its circle, by category. */
const grounds = {
  服装: ["#efe3da", "#e4d2c4"],
  鞋包配饰: ["#dfe6e4", "#cbd8d4"],
  家居: ["#ece4d2", "#dfd3b9"],
  小家电: ["#dde4ec", "#c8d4e0"],
  美妆个护: ["#f2dfdf", "#e8cbcb"],
  食品: ["#ece6cf", "#ded4ae"],
  数码配件: ["#dee1ea", "#c9cedd"],
  母婴儿童: ["#f3e6cc", "#ebd6ab"],
};

/** Mixes a colour with black (below 0) or white (above 0). */
function mix(hex, share) {
  const to = share < 0 ? 0 : 255;
  const part = (at) => {
    const from = Number.parseInt(hex.slice(at, at + 2), 16);
    return Math.round(from + (to - from) * Math.abs(share))
      .toString(16)
      .padStart(2, "0");
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

function picture(product, colour) {
  const [ground, circle] = grounds[product.category];
  const bright = Number.parseInt(colour.slice(1, 3), 16) > 60;
  const drawing = drawings[kinds[product.id]](
    colour,
    bright ? mix(colour, -0.16) : mix(colour, 0.22),
    bright ? mix(colour, 0.5) : mix(colour, 0.42),
  );
  const name = product.attributes["English name"].replaceAll("&", "&amp;");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><title>${name}</title>`,
    `<rect width="200" height="200" fill="${ground}"/><circle cx="100" cy="102" r="78" fill="${circle}"/>`,
    `<ellipse cx="100" cy="170" rx="62" ry="7" fill="#2b1d16" opacity=".1"/>`,
    `${drawing}</svg>\n`,
  ].join("");
}

/** The options that change how a product looks, in the order of the catalogue. */
function looks(product) {
  for (const name of ["颜色", "色号", "香味", "口味"]) {
    const values = [...new Set((product.skus ?? []).map((sku) => sku.attributes[name]).filter(Boolean))];
    if (values.length > 0) return values.map((value) => colours[value]);
  }
  return [own[product.id] ?? colours[product.attributes.颜色] ?? "#e9e2d6"];
}

const folder = new URL("../public/images/", import.meta.url);
for (const name of readdirSync(folder)) if (name.endsWith(".svg")) rmSync(new URL(name, folder));
const catalogue = JSON.parse(readFileSync(new URL("../catalogue.json", import.meta.url), "utf8"));
let count = 0;
for (const product of catalogue) {
  looks(product).forEach((colour, i) => {
    writeFileSync(new URL(`${product.id}${i > 0 ? `-${i + 1}` : ""}.svg`, folder), picture(product, colour));
    count++;
  });
}
console.log(`${count} pictures`);
