import { z } from "zod";
import { longestPassword, shortestPassword } from "../../shared/access/access.ts";
import { roles } from "../../shared/access/roles.ts";

export const emailInput = z
  .string("Enter an e-mail address.")
  .trim()
  .max(200, "Use at most 200 characters.")
  .transform((text) => text.toLowerCase())
  .pipe(z.email("Enter an e-mail address, like name@example.com."));

export const nameInput = z.string("Enter a name.").trim().min(1, "Enter a name.").max(80, "Use at most 80 characters.");

export const passwordInput = z
  .string("Enter a password.")
  .min(shortestPassword, `Use at least ${shortestPassword} characters.`)
  .max(longestPassword, `Use at most ${longestPassword} characters.`)
  .refine((text) => new Set(text).size > 3, "Use more different characters.");

/** A password that was chosen before; its rules may have been others then. */
export const knownPasswordInput = z.string("Enter your password.").min(1, "Enter your password.").max(longestPassword);

export const roleInput = z.enum(
  roles.map(({ key }) => key),
  "There is no such role.",
);
