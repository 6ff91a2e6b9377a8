/** What stands around a number in its clause. */
type Around = { before: string; after: string };

const lowBefore =
  /(?:最快|最早|最低|最少|至少|起码|低至|低到|从|自|不少于|\bfrom|\bas (?:early|low|little|few|fast|soon) as|\bstart(?:s|ing)? (?:at|from)|\bat least|\bmin(?:imum)?(?: of)?|\bearliest)(?:也?[是要需为只])*[\s¥$€£:：]*$/;
const lowAfter = /^\s?(?:起|以上|or more|and up|\+|at least|at the earliest)/;
const highBefore =
  /(?:最慢|最晚|最迟|最多|最长|最高|至多|不超过|高至|\bup to|\bat most|\bno (?:more|later) than|\bwithin|\bmax(?:imum)?(?: of)?|\blatest)(?:也?[是要需为])*[\s¥$€£:：]*$/;
const highAfter = /^\s?(?:之内|以内|内|封顶|or less|at most|at the (?:most|latest))/;

/** Which end of a span a single number is said to be, if any: "最快3天" is the lower end of "3-5天", "5天内" the upper one. */
export function endOf({ before, after }: Around): "low" | "high" | undefined {
  if (lowBefore.test(before) || lowAfter.test(after)) return "low";
  return highBefore.test(before) || highAfter.test(after) ? "high" : undefined;
}
