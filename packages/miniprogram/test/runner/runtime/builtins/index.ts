import type { GeneralComponentDefinition } from "glass-easel";
import type { MiniProgramEnv } from "glass-easel-miniprogram-adapter";
import type { Records } from "../weapp.ts";
import { button } from "./button.ts";
import { defineBuiltin } from "./define.ts";
import { field } from "./field.ts";
import { image } from "./image.ts";
import { scrollView } from "./scroll-view.ts";
import { swiper } from "./swiper.ts";

/** The built-in components that a plain element would not stand in for. */
export function registerBuiltins(env: MiniProgramEnv, records: Records): [string, GeneralComponentDefinition][] {
  const definitions = [field("input"), field("textarea"), image, button(records), scrollView, swiper];
  for (const definition of definitions) defineBuiltin(env, definition);
  const space = env.getGlobalCodeSpace().getComponentSpace();
  return definitions.map(({ name }) => [name, space.getComponentByUrl(`wx/${name}`, "")]);
}
