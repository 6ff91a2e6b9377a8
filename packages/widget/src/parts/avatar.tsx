import { Icon } from "./icon.tsx";

/** A face for the shop's side: a spark for the bot, the first letter of an agent's name. */
export function Avatar({ from, name }: { from: "bot" | "agent"; name?: string }) {
  return (
    <span class={`avatar is-${from}`} aria-hidden="true">
      {from === "agent" && name ? [...name][0] : <Icon name="spark" />}
    </span>
  );
}
