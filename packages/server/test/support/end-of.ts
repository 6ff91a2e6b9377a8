import type { Speaker } from "../../src/cli/speaker.ts";

/** Settles with socket.io's reason once the socket has ended. */
export function endOf({ socket }: Pick<Speaker<"shopper" | "agent">, "socket">): Promise<string> {
  return new Promise((resolve) => socket.once("disconnect", resolve));
}
