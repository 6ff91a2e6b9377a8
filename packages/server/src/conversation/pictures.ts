import { type Ask, accept, type Decide, type Draft, type EffectDraft, nothing, system } from "./decision.ts";

const minute = 60_000;
const second = 1000;

/** Which picture of which message is being checked. */
export type PictureInput = { messageId: string; uploadId: string };

/** The work under way for a message's picture, by id. */
const workOf = (conversation: string, messageId: string) => {
  const base = `${conversation}.${messageId}`;
  return { check: `${base}.p`, end: `${base}.v`, unchecked: `${base}.u` };
};

/** The check of each picture that may not be shown before it, and the end of waiting for its outcome. */
export function checks({ state, facts }: Ask, drafts: Draft[]): EffectDraft[] {
  return drafts.flatMap((draft): EffectDraft[] => {
    if (draft.type !== "message.sent" || !draft.data.checking || draft.data.content.kind !== "image") return [];
    const { id: messageId, content } = draft.data;
    const { check, end } = workOf(state.id, messageId);
    const input: PictureInput = { messageId, uploadId: content.uploadId };
    const inMs = Math.round(facts.shop.settings.weapp.pictureCheckMinutes * minute);
    return [
      { id: check, kind: "checkPicture", purpose: "picture", input, inMs: 0 },
      { id: end, kind: "settlePicture", purpose: "picture", input, inMs },
    ];
  });
}

/** WeChat was asked, and tells the outcome when it has one; where it can't be asked the shop's setting decides now. */
export const askedToCheck: Decide<"system:effect.report"> = ({ input: { input, result }, state }) => {
  if (result.ok) return nothing();
  const { messageId } = input as PictureInput;
  const id = workOf(state.id, messageId).unchecked;
  return accept([], [{ id, kind: "settlePicture", purpose: "picture", input, inMs: 0 }]);
};

/** The waiting is over without WeChat's word. */
export const settled: Decide<"system:effect.report"> = ({ input: { effectId, input, result } }) => {
  const { messageId } = input as PictureInput;
  if (result.ok && "verdict" in result) return accept([outcome(messageId, result.verdict)]);
  // The store could not be asked what stands there now: a picture must not wait for ever.
  return accept([], [{ id: `${effectId}+`, kind: "settlePicture", purpose: "picture", input, inMs: 30 * second }]);
};

/** WeChat's word on a picture. After the waiting is over only a bad one changes anything. */
export const pictureChecked: Decide<"system:picture.checked"> = ({ state, input: { messageId, verdict } }) => {
  const { end, unchecked } = workOf(state.id, messageId);
  const isAwaited = end in state.pending || unchecked in state.pending;
  return isAwaited || verdict === "risky" ? accept([outcome(messageId, verdict)]) : nothing();
};

/** Whether this work belongs to the picture of that message. */
export function isPictureWork(effectId: string, conversation: string, messageId: string): boolean {
  const { check, end, unchecked } = workOf(conversation, messageId);
  return effectId === check || effectId.startsWith(end) || effectId.startsWith(unchecked);
}

function outcome(messageId: string, verdict: "pass" | "risky"): Draft {
  const type = verdict === "pass" ? "message.cleared" : "message.withheld";
  return { type, data: { messageId }, by: system };
}
