import { useRef } from "preact/hooks";
import { useDesk } from "./desk-context.ts";
import { Icon } from "./icon.tsx";

/** The button that chooses pictures from the agent's machine. */
export function Attach({ conversationId, onChosen }: { conversationId: string; onChosen(): void }) {
  const { pictures, settings } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const label = settings.t.value.picture.attach;
  return (
    <>
      <button type="button" class="icon-button" aria-label={label} title={label} onClick={() => input.current?.click()}>
        <Icon name="image" />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/*"
        onChange={({ currentTarget }) => {
          pictures.stage(conversationId, currentTarget.files ?? []);
          currentTarget.value = "";
          onChosen();
        }}
      />
    </>
  );
}
