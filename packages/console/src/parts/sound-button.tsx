import { sound } from "../actions/view-actions.ts";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";

/** Mutes and unmutes; says which it is. */
export function SoundButton() {
  const desk = useDesk();
  const t = desk.settings.t.value;
  const isMuted = desk.settings.isMuted.value;
  const title = isMuted ? t.settings.soundOff : t.settings.soundOn;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={t.settings.sound}
      aria-pressed={!isMuted}
      title={title}
      onClick={() => sound.run(desk)}
    >
      <Icon name={isMuted ? "mute" : "sound"} />
    </button>
  );
}
