import type { Claim } from "./basis.ts";
import type { Statement } from "./statements.ts";

/** What shoppers say of their body may be said back to them, and what they want where it is said to be that. */
const ofBody = new Set(["of cm", "of kg", "of 斤", "of 公斤", "of 厘米"]);
const ofWearing = new Set(["of 码", "of 号", "of 米"]);
const ofWish = new Set(["of 件", "of 个", "of 双", "of 条", "of 套", "of 盒", "of 瓶", "of 只", "of 张", "of 包"]);

const wearing = /我|身高|本人|平时穿|\bi(?:'m| am| wear)\b|\bmy\b/;

/** Whether a claim only says back what the shopper said of themselves; that the shop has it is not theirs to say. */
export function isTheirOwn({ quantity, hints }: Claim, theirs: Statement[]): boolean {
  if (!quantity || hints.has("stock")) return false;
  const said = theirs.filter(({ quantity: own }) => own && own.value === quantity.value && own.to === quantity.to);
  const alike = said.filter(({ quantity: own }) => own?.unit === quantity.unit || own?.unit === "bare");
  if (ofBody.has(quantity.unit)) return alike.length > 0;
  if (ofWearing.has(quantity.unit)) return alike.some(({ sentence }) => wearing.test(sentence));
  return ofWish.has(quantity.unit) && alike.length > 0 && hints.has("wish");
}
