import { useState } from "preact/hooks";
import { useLanguage } from "../i18n/context.ts";
import { Icon } from "./icon.tsx";

/** A coupon the bot granted, with its code to copy. */
export function Coupon({ code, label }: { code: string; label: string }) {
  const { coupon } = useLanguage().strings;
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    // Without a secure context there is no clipboard; the code stays there to be selected.
    navigator.clipboard?.writeText(code).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div class="coupon">
      <Icon name="ticket" />
      <div class="coupon-body">
        <span class="card-label">{coupon.title}</span>
        <span class="card-title">{label}</span>
        <code>
          <span class="hidden">{coupon.code} </span>
          {code}
        </code>
      </div>
      <button type="button" class="button is-soft" onClick={copy} onBlur={() => setCopied(false)}>
        <Icon name={isCopied ? "check" : "copy"} />
        <span aria-live="polite">{isCopied ? coupon.copied : coupon.copy}</span>
      </button>
    </div>
  );
}
