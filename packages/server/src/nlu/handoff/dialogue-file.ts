import type { SpokenDialogue, SpokenTurn } from "./dialogue.ts";

const line = /^(S!?|B) (.+)$/;

/**
 * Dialogues as they are written in `data/handoff`: a turn a line, `S` the shopper's, `B` the bot's, `S!` one after which
 * a human should take over; an empty line between dialogues. Only the shopper's turns are labelled.
 */
export function parseDialogues(text: string): SpokenDialogue[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => ({ turns: block.split("\n").flatMap(turnOf) }))
    .filter(({ turns }) => turns.length > 0);
}

function turnOf(written: string): SpokenTurn[] {
  const [, mark, text] = line.exec(written) ?? [];
  if (mark === undefined || text === undefined) return [];
  return mark === "B" ? [{ by: "bot", text }] : [{ by: "shopper", text, handoff: mark === "S!" }];
}
