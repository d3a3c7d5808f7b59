import { type ClassValue, clsx } from "clsx";
import { mergeClasses } from "./class-groups.ts";

/** Joins classes; of two that set the same property the later wins, so callers can override a primitive. */
export function classNames(...classes: ClassValue[]): string {
  return mergeClasses(clsx(classes));
}
