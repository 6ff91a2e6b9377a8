const han = "\\p{Script=Han}";
const ending =
  "(?:省|自治区|市|区|县|旗|镇|乡|街道|大道|路|街|巷|胡同|弄|村|小区|花园|广场|大厦|公寓|号院|号楼|公馆|家园|新城)";
/** One way only to read a run of endings, so that long ones take no time. */
const place = `(?:(?!${ending})${han}){0,8}${ending}`;
const named = `${han}(?:(?!${ending})${han}){0,7}${ending}`;
const count = "(?:[\\dA-Za-z-]{1,6}|[一二三四五六七八九十百零〇两]{1,4})";
const house = `${count}(?:号院|号楼|号|栋|幢|座|单元|楼|层|室|弄)`;
const block = `${count}(?:号楼|栋|幢|单元)`;
const room = "(?:\\d{3,4}室?|[一二三四五六七八九零〇]{3,4}室?)";

/** A Chinese address: places with a house, three places, or a block with a room. */
export const addressIn = new RegExp(
  [
    `(?:${place}){1,6}\\s?(?:${house}\\s?){1,5}(?:${room})?`,
    `(?:${named}){3,6}`,
    `(?:${block}\\s?){1,3}(?:${house}|${room})`,
  ].join("|"),
  "gu",
);

const flat = "(?:,? (?:Apt|Unit|Suite|Flat|#)\\.? ?\\w{1,6})?";
const numbered = "\\b\\d{1,5}[A-Za-z]? ";
const inLowerCase = "street|st|road|rd|avenue|ave|lane|ln|boulevard|blvd";
/** "5 minutes down the road" is none. */
const noName = "(?:the|a|of|in|on|at|to|for|and|or|off|down|up|from|days?|hours?|minutes?|miles?|items?|pcs|pairs?)\\b";

/** English streets: with capitals any of them, without those whose names mean nothing else. */
export const streets = [
  new RegExp(
    `${numbered}(?:[A-Z][\\w'.]{0,20} ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Square)\\b\\.?${flat}`,
    "g",
  ),
  new RegExp(`${numbered}(?:(?!${noName})[a-z][\\w'.]{0,20} ){1,4}(?:${inLowerCase})\\b\\.?${flat}`, "gi"),
];
