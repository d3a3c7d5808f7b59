import { z } from "zod";
import { displayNameSchema, userSchema } from "./users.ts";

/** Compared without regard to case, surrounding space or Unicode form. */
const email = z
  .string()
  .trim()
  .max(254)
  .transform((address) => address.normalize("NFC").toLowerCase())
  .pipe(z.email("Enter a valid e-mail address."));

export const registerSchema = z.strictObject({
  email,
  password: z.string().min(8, "Use at least 8 characters.").max(256, "Use at most 256 characters."),
  name: displayNameSchema.optional(),
});
export type Register = z.input<typeof registerSchema>;

/** Looser than registration: a wrong password is refused as wrong, not as malformed. */
export const loginSchema = z.strictObject({ email, password: z.string().min(1, "Enter your password.").max(256) });
export type Login = z.input<typeof loginSchema>;

export const tokenSchema = z.object({
  /** Goes into `Authorization: Bearer …`; keep it in memory only. */
  accessToken: z.string(),
  /** Seconds. */
  expiresIn: z.int(),
});
export type TokenView = z.infer<typeof tokenSchema>;

export const signedInSchema = tokenSchema.extend({ user: userSchema });
export type SignedIn = z.infer<typeof signedInSchema>;
