import { initials } from "../format/names.ts";

const hues = 6;

/** Initials on a ground that is always the same for the same person. */
export function Avatar({ id, name, size = "m" }: { id: string; name: string; size?: "s" | "m" | "l" }) {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return (
    <span class={`avatar avatar--${size} avatar--hue${sum % hues}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
