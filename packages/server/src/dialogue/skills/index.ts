import { discount } from "./discount/skill.ts";
import { fallback } from "./fallback/skill.ts";
import { orderStatus } from "./order-status/skill.ts";
import { productFacts } from "./product-facts/skill.ts";
import { shopPolicy } from "./shop-policy/skill.ts";
import type { Skill } from "./skill.ts";
import { smallTalk } from "./small-talk/skill.ts";
import { welcome } from "./welcome/skill.ts";

/** Everything the bot can do. A new skill is a folder and a line here. */
export const skills: readonly Skill[] = [welcome, productFacts, discount, shopPolicy, orderStatus, smallTalk, fallback];

/** The skill of a name, where there is one: stored frames may name one that is gone. */
export function skillNamed(name: string): Skill | undefined {
  return skills.find((skill) => skill.name === name);
}

/** The skill that an intent begins. */
export function skillFor(intent: string): Skill {
  return skills.find(({ intents }) => intents.some((name) => name === intent)) ?? fallback;
}

export { fallback, orderStatus, productFacts, shopPolicy, welcome };
