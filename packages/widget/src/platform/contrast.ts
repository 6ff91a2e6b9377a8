/** Relative luminance (0 to 1) of `#rrggbb`, as WCAG 2 defines it. */
export function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** The text colour that is readable on an accent: white where it reaches 4.5:1, near-black otherwise. */
export function onAccent(hex: string): string {
  return 1.05 / (luminance(hex) + 0.05) >= 4.5 ? "#fff" : "#12141a";
}
