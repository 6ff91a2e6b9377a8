import { useLanguage } from "../i18n/context.ts";
import { Avatar } from "./avatar.tsx";

/** Three dots: an answer is being written. */
export function Typing({ from, name }: { from: "bot" | "agent"; name?: string }) {
  const { strings } = useLanguage();
  return (
    <div class={`group from-${from} typing`}>
      <Avatar from={from} name={name} />
      <div class="bubble dots">
        <span class="hidden">{strings.typing(name ?? (from === "bot" ? strings.assistant : strings.agentRole))}</span>
        <i />
        <i />
        <i />
      </div>
    </div>
  );
}
