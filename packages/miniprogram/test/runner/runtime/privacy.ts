type Resolve = (answer: { event: "exposureAuthorization" | "agree" | "disagree"; buttonId?: string }) => void;
type Handler = (resolve: Resolve, info: { referrer: string }) => void;

let isNeeded = false;
let agreed = "";
let handler: Handler | undefined;

/** Sets whether the privacy agreement is still to be given. */
export function needPrivacy(needed: boolean): void {
  isNeeded = needed;
}

export function privacyIsNeeded(): boolean {
  return isNeeded;
}

/** A button with `open-type="agreePrivacyAuthorization"` was tapped; WeChat believes no other one. */
export function agreeByButton(id: string): void {
  agreed = id;
}

export function onNeedPrivacy(given: Handler): void {
  handler = given;
}

/** Lets a call that needs the agreement go on, or fails as WeChat does. */
export async function requirePrivacy(referrer: string): Promise<void> {
  if (!isNeeded) return;
  const asked = handler;
  if (!asked) return;
  await new Promise<void>((resolve, reject) => {
    asked(
      ({ event, buttonId }) => {
        if (event === "exposureAuthorization") return;
        if (event === "agree" && buttonId === agreed) {
          isNeeded = false;
          resolve();
        } else reject(Object.assign(new Error("privacy permission is not authorized"), { errno: 104 }));
      },
      { referrer },
    );
  });
}
