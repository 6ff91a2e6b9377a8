import { agreeByButton } from "../privacy.ts";
import type { Records } from "../weapp.ts";
import { type BuiltinDefinition, isOn } from "./define.ts";

/** `button`, with the open types that a chat or a shop uses. */
export function button(records: Records): BuiltinDefinition {
  return {
    name: "button",
    properties: [
      ..."disabled loading openType formType type size plain hoverClass sessionFrom".split(" "),
      ..."sendMessageTitle sendMessagePath sendMessageImg showMessageCard".split(" "),
    ],
    attached(element) {
      element.setAttribute("type", "button");
      element.addEventListener("click", () => {
        const { openType, sessionFrom } = this.data;
        if (openType === "contact" || openType === "share") {
          records.calls.push({ name: `button.${openType}`, options: { sessionFrom } });
        }
        if (openType === "agreePrivacyAuthorization") {
          // The engine puts the component's own prefix before an id.
          agreeByButton(element.id.replace(/^.*--/, ""));
          this.triggerEvent("agreeprivacyauthorization", {});
        }
      });
    },
    changed: {
      disabled(element, value) {
        element.toggleAttribute("disabled", isOn(value));
        element.style.pointerEvents = isOn(value) ? "none" : "";
      },
    },
  };
}
