import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";

const Dialogue = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  turns: Type.Array(Type.String({ minLength: 1, maxLength: 4000 }), { minItems: 1 }),
  consult: Type.Optional(
    Type.Object({
      productId: Type.Optional(Type.String({ minLength: 1 })),
      orderId: Type.Optional(Type.String({ minLength: 1 })),
    }),
  ),
  /** Who is signed in, by the id that their orders carry; a stranger where it isn't said. */
  shopper: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
});

/** One dialogue to play: what a shopper says, turn by turn. */
export type Dialogue = Static<typeof Dialogue>;

const schema = Compile(Dialogue);

/** Reads JSONL, one dialogue a line; what does not fit is named by line and reason. */
export function parseDialogues(text: string): { dialogues: Dialogue[]; rejected: { line: number; reason: string }[] } {
  const dialogues: Dialogue[] = [];
  const rejected: { line: number; reason: string }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const read = parseLine(line);
    if ("reason" in read) rejected.push({ line: index + 1, reason: read.reason });
    else dialogues.push(read.dialogue);
  }
  return { dialogues, rejected };
}

function parseLine(line: string): { dialogue: Dialogue } | { reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { reason: "not JSON" };
  }
  if (schema.Check(value)) return { dialogue: value };
  const [first] = schema.Errors(value);
  return { reason: `${first?.instancePath || "/"} ${first?.message ?? "does not fit"}` };
}
