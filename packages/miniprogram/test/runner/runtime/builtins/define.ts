import type { MiniProgramEnv } from "glass-easel-miniprogram-adapter";

/** An instance of a built-in component. */
export type Builtin = {
  data: Record<string, unknown>;
  triggerEvent(name: string, detail: object, options?: object): void;
  [own: string]: unknown;
};

/** A built-in component: what it takes, what it does when it is there, and when one of its properties changes. */
export type BuiltinDefinition = {
  name: string;
  properties: string[];
  attached?(this: Builtin, element: HTMLElement): void;
  /** Also called once when it is there, with what it was given. */
  changed?: Record<string, (this: Builtin, element: HTMLElement, value: unknown) => void>;
};

/** Makes the maker of a built-in component. */
export type DefineBuiltin = (env: MiniProgramEnv, definition: BuiltinDefinition) => void;

/** WeChat takes `true`, `"true"` and the bare attribute. */
export function isOn(value: unknown): boolean {
  return value === true || value === "true" || value === "";
}

const elementOf = (instance: Builtin) =>
  (instance as { _$?: { getBackendElement(): HTMLElement | null } })._$?.getBackendElement() ?? undefined;

/** Puts a built-in component into the engine. */
export const defineBuiltin: DefineBuiltin = (env, { name, properties, attached, changed = {} }) => {
  const space = env.getGlobalCodeSpace();
  const path = `wx/${name}`;
  space.addComponentStaticConfig(path, { component: true, usingComponents: {} });
  const observers = Object.entries(changed).map(([property, run]) => [
    property,
    function (this: Builtin, value: unknown) {
      const element = elementOf(this);
      if (element && this.isThere) run.call(this, element, value);
    },
  ]);
  space.componentEnv(path, ({ Component }) => {
    Component({
      options: { virtualHost: false, addGlobalClass: true },
      properties: Object.fromEntries(properties.map((property) => [property, { type: null, value: null }])),
      observers: Object.fromEntries(observers),
      lifetimes: {
        attached(this: unknown) {
          const instance = this as Builtin;
          const element = elementOf(instance);
          if (!element) return;
          attached?.call(instance, element);
          instance.isThere = true;
          for (const [property, run] of Object.entries(changed)) run.call(instance, element, instance.data[property]);
        },
      },
    } as never);
  });
};
