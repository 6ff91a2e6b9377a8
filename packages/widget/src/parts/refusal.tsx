import type { ChatState } from "../chat/store.ts";
import { useLanguage } from "../i18n/context.ts";
import { errorText } from "../i18n/error-text.ts";
import { Icon } from "./icon.tsx";

/** Why the last tap did nothing, or why the product asked about is not here. */
export function Refusal({ state: { refusal, shopper } }: { state: ChatState }) {
  const { strings } = useLanguage();
  const code = refusal ?? shopper.consultError;
  return (
    <div role="status">
      {code && (
        <p class="refusal">
          <Icon name="alert" />
          {errorText(strings, code)}
        </p>
      )}
    </div>
  );
}
