import { type BuiltinDefinition, isOn } from "./define.ts";

/** `scroll-view`: scrolls itself, tells where it is and when it comes to an end. */
export const scrollView: BuiltinDefinition = {
  name: "scroll-view",
  properties: [
    ..."scrollX scrollY scrollTop scrollLeft scrollIntoView scrollIntoViewOffset upperThreshold".split(" "),
    ..."lowerThreshold scrollWithAnimation enhanced type reverse scrollAnchoring refresherEnabled".split(" "),
    ..."refresherTriggered enablePassive enableBackToTop showScrollbar bounces fastDeceleration".split(" "),
    ..."enableFlex pagingEnabled usingSticky".split(" "),
  ],
  attached(element) {
    let last = element.scrollTop;
    element.addEventListener("scroll", () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = element;
      const [upper, lower] = [Number(this.data.upperThreshold ?? 50), Number(this.data.lowerThreshold ?? 50)];
      const end = scrollHeight - clientHeight - lower;
      if (scrollTop <= upper && last > upper) this.triggerEvent("scrolltoupper", { direction: "top" });
      if (scrollTop >= end && last < end) this.triggerEvent("scrolltolower", { direction: "bottom" });
      const detail = { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: 0, deltaY: last - scrollTop };
      last = scrollTop;
      this.triggerEvent("scroll", detail);
    });
  },
  changed: {
    scrollX(element, value) {
      element.style.overflowX = isOn(value) ? "auto" : "hidden";
    },
    scrollY(element, value) {
      element.style.overflowY = isOn(value) ? "auto" : "hidden";
    },
    scrollAnchoring(element, value) {
      element.style.overflowAnchor = isOn(value) ? "auto" : "none";
    },
    scrollTop(element, value) {
      if (value === null || value === undefined) return;
      requestAnimationFrame(() => {
        element.scrollTop = Number(value);
      });
    },
    scrollIntoView(_, value) {
      if (value) requestAnimationFrame(() => document.getElementById(String(value))?.scrollIntoView());
    },
  },
};
