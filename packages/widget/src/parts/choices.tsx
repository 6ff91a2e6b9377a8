import type { Choice } from "@yiwen/shared";
import { useLanguage } from "../i18n/context.ts";
import { useStore } from "./use-chat.ts";

/** Quick replies under the shop's last word. */
export function Choices({ choices }: { choices: Choice[] }) {
  const { strings } = useLanguage();
  const store = useStore();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a form's looks and meaning
    <div class="choices" role="group" aria-label={strings.choices}>
      {choices.map((choice) => (
        <button key={choice.label} type="button" class="choice" onClick={() => store.choose(choice)}>
          {choice.label}
        </button>
      ))}
    </div>
  );
}
