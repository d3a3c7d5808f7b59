import { z } from "zod";
import { apiTokenScopes } from "#db/vocabulary.ts";
import { timeSchema } from "./lists.ts";
import { givenName } from "./given-name.ts";

export const apiTokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.enum(apiTokenScopes),
  /** The last four characters, by which its owner knows it. */
  lastCharacters: z.string(),
  /** null: it does not expire. */
  expiresAt: timeSchema.nullable(),
  /** To the hour; null: never. */
  lastUsedAt: timeSchema.nullable(),
  createdAt: timeSchema,
});
export type ApiTokenView = z.infer<typeof apiTokenSchema>;

export const apiTokensSchema = z.object({ items: z.array(apiTokenSchema) });
export type ApiTokensView = z.infer<typeof apiTokensSchema>;

export const createApiTokenSchema = z.strictObject({
  name: givenName("Say what it is for."),
  scope: z.enum(apiTokenScopes),
  /** Days; it does not expire when absent. */
  expiresInDays: z.int().min(1).max(366).optional(),
});
export type CreateApiToken = z.input<typeof createApiTokenSchema>;

export const createdApiTokenSchema = apiTokenSchema.extend({
  /** Shown this once. `Authorization: Bearer …`, or git's password. */
  token: z.string(),
});
export type CreatedApiToken = z.infer<typeof createdApiTokenSchema>;

export const apiTokenParamsSchema = z.object({ token: z.string().min(1).max(64) });
