import { type BuiltinDefinition, isOn } from "./define.ts";

const properties = [
  ..."value placeholder placeholderClass placeholderStyle type disabled focus maxlength password".split(" "),
  ..."confirmType autoHeight adjustPosition cursorSpacing holdKeyboard confirmHold fixed showConfirmBar".split(" "),
  ..."disableDefaultPadding cursor selectionStart selectionEnd alwaysEmbed".split(" "),
];

/** `input` or `textarea`: the element itself is the browser's. */
export function field(name: "input" | "textarea"): BuiltinDefinition {
  return {
    name,
    properties,
    attached(host) {
      const element = host as HTMLInputElement;
      const tell = (type: string, detail: object) => this.triggerEvent(type, detail);
      const grow = () => {
        if (name !== "textarea" || !isOn(this.data.autoHeight)) return;
        const before = element.style.height;
        // The browser's own field begins with two lines, WeChat's with one.
        element.setAttribute("rows", "1");
        element.style.height = "auto";
        element.style.height = `${element.scrollHeight}px`;
        if (before && before !== element.style.height) tell("linechange", { height: element.scrollHeight });
      };
      grow();
      element.addEventListener("input", (event) => {
        event.stopPropagation();
        grow();
        tell("input", { value: element.value, cursor: element.selectionStart ?? 0, keyCode: 0 });
      });
      element.addEventListener("focus", () => tell("focus", { value: element.value, height: 300 }));
      element.addEventListener("blur", () => tell("blur", { value: element.value, cursor: 0 }));
      element.addEventListener("keydown", ({ key, isComposing }) => {
        const sends = name === "input" || (this.data.confirmType && this.data.confirmType !== "return");
        if (key !== "Enter" || isComposing || !sends) return;
        tell("confirm", { value: element.value });
      });
    },
    changed: {
      value(host, value) {
        const element = host as HTMLInputElement;
        const text = value === null || value === undefined ? "" : String(value);
        if (element.value === text) return;
        element.value = text;
        if (name === "textarea" && isOn(this.data.autoHeight)) element.style.height = "auto";
      },
      placeholder(host, value) {
        (host as HTMLInputElement).placeholder = String(value ?? "");
      },
      disabled(host, value) {
        (host as HTMLInputElement).disabled = isOn(value);
      },
      maxlength(host, value) {
        const most = Number(value ?? 140);
        if (most >= 0) (host as HTMLInputElement).maxLength = most;
        else host.removeAttribute("maxlength");
      },
      focus(host, value) {
        if (isOn(value)) host.focus();
      },
    },
  };
}
