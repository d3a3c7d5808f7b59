import { notFound } from "next/navigation";
import { RequestError } from "./api.ts";

/** For pages: a missing record becomes the 404 page, everything else goes to error.tsx. */
export function throwAsPage(error: unknown): never {
  if (error instanceof RequestError && error.status === 404) notFound();
  throw error;
}
