import type { ErrorBody } from "@yiwen/shared";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Texts } from "../i18n/index.ts";
import { LocalePicker } from "../parts/locale-picker.tsx";
import { Logo } from "../parts/logo.tsx";
import { PasswordField } from "../parts/password-field.tsx";
import type { SessionStore } from "../session.ts";
import type { Settings } from "../store/settings.ts";

type Props = { sessions: SessionStore; settings: Settings; isExpired: boolean };

/** The sign-in page. */
export function SignIn({ sessions, settings, isExpired }: Props) {
  const t = settings.t.value;
  return (
    <main class="sign-in">
      <div class="sign-in__card">
        <Logo size={44} />
        <h1>{t.signIn.title}</h1>
        <p class="sign-in__lead">{isExpired ? t.signIn.expired : t.signIn.lead}</p>
        <SignInForm sessions={sessions} t={t} />
      </div>
      <LocalePicker settings={settings} />
    </main>
  );
}

function SignInForm({ sessions, t }: { sessions: SessionStore; t: Texts }) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorBody>();
  const wait = useCountdown(error?.code === "rate_limited" ? error : undefined);
  const email = useRef<HTMLInputElement>(null);
  useEffect(() => email.current?.focus(), []);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    setError(undefined);
    const result = await sessions.signIn(String(data.get("email")).trim(), String(data.get("password")));
    if (result.ok) return;
    setBusy(false);
    setError(result.error);
  };

  const message = messageOf(error, wait, t);
  return (
    <form class="sign-in__form" onSubmit={(event) => void submit(event as unknown as SubmitEvent)}>
      <label class="field">
        <span class="field__label">{t.signIn.email}</span>
        <input
          ref={email}
          class="input"
          type="email"
          name="email"
          required
          autocomplete="username"
          spellcheck={false}
        />
      </label>
      <PasswordField label={t.signIn.password} showLabel={t.signIn.showPassword} />
      <p class="form-error" role="alert">
        {message}
      </p>
      <button type="submit" class="button button--primary button--large" disabled={isBusy || wait > 0}>
        {isBusy ? t.signIn.busy : t.signIn.submit}
      </button>
    </form>
  );
}

function messageOf(error: ErrorBody | undefined, wait: number, t: Texts): string | undefined {
  if (!error) return undefined;
  if (error.code === "login_failed" || error.code === "unauthorized" || error.code === "invalid_input")
    return t.signIn.failed;
  if (error.code === "rate_limited") return wait > 0 ? t.signIn.limited(wait) : undefined;
  return t.errors[error.code];
}

/** Whole seconds left of a refusal's wait, counting down to 0. */
function useCountdown(error: ErrorBody | undefined): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (!error) return setLeft(0);
    const until = Date.now() + (error.retryAfterMs ?? 1000);
    const show = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    show();
    const timer = setInterval(show, 250);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}
