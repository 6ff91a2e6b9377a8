import { type BuiltinDefinition, isOn } from "./define.ts";

/** `swiper`: pages side by side, swiped by hand. It does not turn by itself: tests look at what stands still. */
export const swiper: BuiltinDefinition = {
  name: "swiper",
  properties: [
    ..."indicatorDots indicatorColor indicatorActiveColor autoplay current interval duration circular".split(" "),
    ..."vertical previousMargin nextMargin displayMultipleItems easingFunction".split(" "),
  ],
  attached(element) {
    let current = 0;
    element.addEventListener("scroll", () => {
      const now = Math.round(element.scrollLeft / Math.max(1, element.clientWidth));
      if (now === current) return;
      current = now;
      this.triggerEvent("change", { current, source: "touch" });
    });
  },
  changed: {
    current(element, value) {
      const wanted = Number(value ?? 0);
      if (isOn(this.data.vertical) || Number.isNaN(wanted)) return;
      requestAnimationFrame(() => {
        element.scrollLeft = wanted * element.clientWidth;
      });
    },
  },
};
