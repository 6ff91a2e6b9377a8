import { promised, type Wx, type WxPrivacyAnswer } from "./wx.ts";

/** Shows the shop's privacy popup, and answers WeChat when the shopper has. */
export type PrivacyHandler = (answer: (answer: WxPrivacyAnswer) => void) => void;

export type Privacy = {
  /** Whether somebody shows a popup of their own; WeChat shows its own otherwise. */
  readonly isHandled: boolean;
  /** Shows this popup when WeChat needs consent, instead of the one before; answers how to go back to that. */
  onNeeded(handler: PrivacyHandler): () => void;
  /** Opens the privacy contract that the mini-program declared. */
  openContract(): Promise<void>;
};

/** WeChat keeps one listener for the whole app and has its own popup where there is none, so none is set before it is wanted. */
export function createPrivacy(wx: Wx): Privacy {
  let handlers: PrivacyHandler[] = [];
  let isListening = false;
  return {
    get isHandled() {
      return handlers.length > 0;
    },
    onNeeded(handler) {
      handlers.push(handler);
      if (!isListening) {
        isListening = true;
        wx.onNeedPrivacyAuthorization?.((answer) => {
          const latest = handlers[handlers.length - 1];
          if (latest) latest(answer);
          else answer({ event: "disagree" });
        });
      }
      return () => {
        handlers = handlers.filter((one) => one !== handler);
      };
    },
    async openContract() {
      await promised((on) => wx.openPrivacyContract?.(on));
    },
  };
}
