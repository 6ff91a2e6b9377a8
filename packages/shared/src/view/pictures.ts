import type { WireEvent } from "../events.ts";

/** What may be shown of a message's picture: nothing yet, or nothing ever. */
export type PictureState = "checking" | "withheld";

/**
 * The pictures of these events that may not be shown, by message id; any other may be. Events come in their order and
 * without a hole up to the latest one, as a view holds them, so that no outcome is missing.
 */
export function heldPictures(events: WireEvent[]): Map<string, PictureState> {
  const held = new Map<string, PictureState>();
  for (const event of events) {
    if (event.type === "message.sent" && event.data.checking) held.set(event.data.id, "checking");
    else if (event.type === "message.cleared") held.delete(event.data.messageId);
    else if (event.type === "message.withheld") held.set(event.data.messageId, "withheld");
  }
  return held;
}
