import { urlOfFile } from "../files.ts";
import type { BuiltinDefinition } from "./define.ts";

const fits: Record<string, string> = { aspectFit: "contain", aspectFill: "cover", scaleToFill: "fill" };

/** `image`: a picture of the web, of the package or of the phone. */
export const image: BuiltinDefinition = {
  name: "image",
  properties: "src mode lazyLoad webp showMenuByLongpress".split(" "),
  attached(element) {
    const picture = document.createElement("img");
    picture.alt = "";
    picture.addEventListener("load", () => {
      if (this.data.mode === "widthFix") element.style.height = "auto";
      this.triggerEvent("load", { width: picture.naturalWidth, height: picture.naturalHeight });
    });
    picture.addEventListener("error", () => this.triggerEvent("error", { errMsg: "load fail" }));
    element.append(picture);
    this.picture = picture;
  },
  changed: {
    src(_, value) {
      const picture = this.picture as HTMLImageElement;
      if (value) picture.src = urlOfFile(String(value));
      else picture.removeAttribute("src");
    },
    mode(_, value) {
      (this.picture as HTMLImageElement).style.objectFit = fits[String(value)] ?? "fill";
    },
  },
};
