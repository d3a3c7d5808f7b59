import { z } from "zod";
import { longestPassword, shortestPassword } from "../../shared/access/access.ts";
import { roles } from "../../shared/access/roles.ts";
import { say } from "../../shared/say.ts";
import { words } from "./words.ts";

export const emailInput = z
  .string({ error: () => say.enterEmail })
  .trim()
  .max(200, { error: () => say.tooLong(200) })
  .transform((text) => text.toLowerCase())
  .pipe(z.email({ error: () => say.emailSuchAs }));

export const nameInput = z
  .string({ error: () => words.enterName })
  .trim()
  .min(1, { error: () => words.enterName })
  .max(80, { error: () => say.tooLong(80) });

export const passwordInput = z
  .string({ error: () => words.enterPassword })
  .min(shortestPassword, { error: () => words.atLeast(shortestPassword) })
  .max(longestPassword, { error: () => say.tooLong(longestPassword) })
  .refine((text) => new Set(text).size > 3, { error: () => words.moreDifferent });

/** A password that was chosen before; its rules may have been others then. */
export const knownPasswordInput = z
  .string({ error: () => words.enterYourPassword })
  .min(1, { error: () => words.enterYourPassword })
  .max(longestPassword);

export const roleInput = z.enum(
  roles.map(({ key }) => key),
  { error: () => words.noRole },
);
