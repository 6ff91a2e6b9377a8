import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from "xstate";
import { skillNamed } from "./skills/index.ts";
import { asking, type Skill, type SkillEvent } from "./skills/skill.ts";
import { type DialogueState, type Frame, stackDepth } from "./state.ts";

/** A machine's move: the frame to store, and the names of the actions to perform. */
export type Move = { frame: Frame; actions: string[]; isAsking: boolean };

const beginnings = new WeakMap<AnyStateMachine, AnyMachineSnapshot>();

/** A machine without input always begins alike, and a snapshot never changes: working it out once is enough. */
function beginningOf(machine: AnyStateMachine): AnyMachineSnapshot {
  const known = beginnings.get(machine);
  if (known) return known;
  const [beginning] = initialTransition(machine);
  beginnings.set(machine, beginning);
  return beginning;
}

/** The skill's machine where it was left, or at its beginning. */
function snapshotOf(skill: Skill, stack: DialogueState["stack"]): AnyMachineSnapshot {
  const frame = stack.find(({ skill: name }) => name === skill.name);
  if (!frame || !Object.hasOwn(skill.machine.states, frame.value)) return beginningOf(skill.machine);
  return skill.machine.resolveState({ value: frame.value, context: frame.context });
}

/** The context a skill was left with. */
export function contextOf(skill: Skill, stack: DialogueState["stack"]): Record<string, unknown> {
  return snapshotOf(skill, stack).context;
}

/** Lets a skill's machine take an event; nothing is executed. */
export function move(skill: Skill, stack: DialogueState["stack"], event: SkillEvent): Move {
  const [next, actions] = transition(skill.machine, snapshotOf(skill, stack), event);
  return {
    frame: { skill: skill.name, value: String(next.value), context: next.context },
    actions: actions.map(({ type }) => type),
    isAsking: next.hasTag(asking),
  };
}

/** Puts a skill's frame on top, dropping the one left longest where there are too many. */
export function push(stack: DialogueState["stack"], frame: Frame): DialogueState["stack"] {
  return [...stack.filter(({ skill }) => skill !== frame.skill), frame].slice(-stackDepth);
}

/** The skill that waits for an answer, if the one on top does. */
export function waiting(stack: DialogueState["stack"]): Skill | undefined {
  const top = stack.at(-1);
  const skill = top && skillNamed(top.skill);
  return skill && snapshotOf(skill, stack).hasTag(asking) ? skill : undefined;
}
