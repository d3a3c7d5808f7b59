import { z } from "zod";
import { generationModes, stackNames, userRoles } from "#db/vocabulary.ts";
import { timeSchema } from "./lists.ts";
import { givenName } from "./given-name.ts";

export const preferencesSchema = z.strictObject({
  theme: z.enum(["light", "dark", "system"]).optional(),
  defaultStack: z.enum(stackNames).optional(),
  defaultMode: z.enum(generationModes).optional(),
  /** Of runs that end or wait for you; what is not named is wanted. */
  notifications: z.strictObject({ inApp: z.boolean().optional(), email: z.boolean().optional() }).optional(),
});

export const userSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  username: z.string().nullable(),
  image: z.string().nullable(),
  website: z.string().nullable(),
  preferences: preferencesSchema,
  role: z.enum(userRoles),
  createdAt: timeSchema,
  lastLoginAt: timeSchema.nullable(),
});
export type UserView = z.infer<typeof userSchema>;

export const displayNameSchema = givenName();

const webAddress = z
  .url({ protocol: /^https?$/, error: "Enter an address that starts with http:// or https://." })
  .max(500);

export const updateUserSchema = z.strictObject({
  name: displayNameSchema.optional(),
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9_-]{2,29}$/, "Use 3 to 30 letters, digits, hyphens or underscores.")
    .nullable()
    .optional(),
  image: webAddress.nullable().optional(),
  website: webAddress.nullable().optional(),
  /** Merged into the stored ones. */
  preferences: preferencesSchema.optional(),
});
export type UpdateUser = z.input<typeof updateUserSchema>;
