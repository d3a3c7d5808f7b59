// How numbers and dates are written. The app's own locale, until the browser asks for another (client/language.ts).
import { locale } from "./app.ts";

let current: string = locale;

export const currentLocale = (): string => current;

export function setLocale(next: string): void {
  current = next;
}

/** Formats are costly to make: one for each locale. */
export function perLocale<Format>(make: (locale: string) => Format): () => Format {
  let made: { locale: string; format: Format } | undefined;
  return () => {
    if (made?.locale !== current) made = { locale: current, format: make(current) };
    return made.format;
  };
}

const countFormat = perLocale((name) => new Intl.NumberFormat(name, { maximumFractionDigits: 0 }));

export const formatCount = (count: number): string => countFormat().format(count);
