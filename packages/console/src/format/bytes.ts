import type { Locale } from "@yiwen/shared";

export const megabyte = 1024 * 1024;

/** The size of a file, in kB or MB as it fits. */
export function formatBytes(bytes: number, locale: Locale): string {
  const isLarge = bytes >= megabyte;
  const digits = new Intl.NumberFormat(locale, { maximumFractionDigits: isLarge ? 1 : 0 });
  return isLarge ? `${digits.format(bytes / megabyte)} MB` : `${digits.format(Math.ceil(bytes / 1024))} kB`;
}
