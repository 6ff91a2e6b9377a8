import { useLanguage } from "../i18n/context.ts";
import { Avatar } from "./avatar.tsx";

/** An answer is being written: what there is of it, or three dots. */
export function Typing({ from, name, text }: { from: "bot" | "agent"; name?: string; text?: string }) {
  const { strings } = useLanguage();
  return (
    <div class={`group from-${from} typing`}>
      <Avatar from={from} name={name} />
      <div class={`bubble ${text ? "" : "dots"}`}>
        <span class={text ? "text" : "hidden"}>
          {text || strings.typing(name ?? (from === "bot" ? strings.assistant : strings.agentRole))}
        </span>
        <i />
        <i />
        <i />
      </div>
    </div>
  );
}
