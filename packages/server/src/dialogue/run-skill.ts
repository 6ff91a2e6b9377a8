import type { Facts } from "./facts.ts";
import { shopPolicy } from "./skills/index.ts";
import { resume, type Scene, type Skill, type SkillEvent } from "./skills/skill.ts";
import { contextOf, move, push, waiting } from "./stack.ts";
import type { DialogueState } from "./state.ts";
import type { DialogueInput, Step } from "./turn.ts";

/** What a skill is run on; `before` is the product on the table before this input. */
export type Around = { dialogue: DialogueState; input: DialogueInput; facts: Facts; before?: DialogueState["product"] };

/** What a skill may look at. */
export function sceneFor(skill: Skill, { dialogue, input, facts, before }: Around): Scene {
  return {
    facts,
    dialogue,
    input,
    language: dialogue.language,
    context: contextOf(skill, dialogue.stack),
    ...(input.type === "said" && { said: { text: input.text, understood: input.understood } }),
    ...(before && { before }),
  };
}

/** Lets the skill hear the input, moves its machine and performs what that asks for. */
export function run(skill: Skill, around: Around): Step {
  const scene = sceneFor(skill, around);
  const event = skill.hear(scene);
  if (!event) return { dialogue: around.dialogue, skill: skill.name, outcome: "answered", turns: [] };
  return perform(skill, scene, event);
}

function perform(skill: Skill, scene: Scene, event: SkillEvent): Step {
  const { frame, actions, isAsking } = move(skill, scene.dialogue.stack, event);
  let dialogue: DialogueState = { ...scene.dialogue, stack: push(scene.dialogue.stack, frame) };
  let outcome: Step["outcome"] = isAsking ? "asked" : "answered";
  let isOpen = false;
  const turns: Step["turns"] = [];
  for (const action of actions) {
    const deed = skill.perform(action, { ...scene, dialogue, context: frame.context });
    turns.push(...deed.turns);
    outcome = deed.outcome ?? outcome;
    isOpen ||= deed.isOpen ?? false;
    dialogue = { ...dialogue, ...deed.dialogue };
  }
  return { dialogue, skill: skill.name, outcome, ...(isOpen && { isOpen }), turns };
}

/** What the skill beneath is asked again after: a word on the shop's terms. Another matter means that the shopper has moved on. */
const aside = shopPolicy.name;

/** After an interruption the skill beneath asks its open question again, once; ignored twice, it is dropped. */
export function resumed(result: Step, { input, facts }: { input: DialogueInput; facts: Facts }): Step {
  const { dialogue, outcome } = result;
  const beneath = dialogue.stack.slice(0, -1);
  const skill = waiting(beneath);
  if (!skill || (outcome !== "answered" && outcome !== "fellBack")) return result;
  const top = dialogue.stack.at(-1)!;
  if (result.skill !== aside || outcome === "fellBack" || beneath.at(-1)?.resumed) {
    return { ...result, dialogue: { ...dialogue, stack: push(beneath.slice(0, -1), top) } };
  }
  const scene = sceneFor(skill, { dialogue: { ...dialogue, stack: [top, ...beneath] }, input, facts });
  const again = perform(skill, scene, resume);
  const stack = again.dialogue.stack.map((frame) =>
    frame.skill === skill.name ? { ...frame, resumed: true as const } : frame,
  );
  return { ...result, dialogue: { ...again.dialogue, stack }, turns: [...result.turns, ...again.turns] };
}
