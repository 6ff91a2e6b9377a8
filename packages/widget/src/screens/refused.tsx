import type { ErrorCode } from "@yiwen/shared";
import { useLanguage } from "../i18n/context.ts";
import { errorText } from "../i18n/error-text.ts";
import { Icon } from "../parts/icon.tsx";
import { useStore } from "../parts/use-chat.ts";

/** The server will not have us: what is wrong in plain words, and one more try. */
export function Refused({ code }: { code: ErrorCode | undefined }) {
  const { strings } = useLanguage();
  const store = useStore();
  return (
    <div class="blank" role="alert">
      <Icon name="alert" />
      <h3>{strings.refused.title}</h3>
      <p>{errorText(strings, code)}</p>
      <button type="button" class="button is-soft" onClick={() => store.reopen(false)}>
        {strings.refused.reload}
      </button>
    </div>
  );
}
