import { useState } from "preact/hooks";
import { Icon } from "./icon.tsx";

/** A password input whose text can be shown. */
export function PasswordField({ label, showLabel }: { label: string; showLabel: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <div class="field">
      <label class="field__label" for="password">
        {label}
      </label>
      <span class="input-with-button">
        <input
          id="password"
          class="input"
          {...(isShown ? ({ type: "text" } as const) : ({ type: "password" } as const))}
          name="password"
          required
          autocomplete="current-password"
        />
        <button
          type="button"
          class="icon-button"
          aria-label={showLabel}
          title={showLabel}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          <Icon name="eye" />
        </button>
      </span>
    </div>
  );
}
