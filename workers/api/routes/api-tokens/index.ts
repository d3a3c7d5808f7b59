import { createApiToken } from "./create.ts";
import { listApiTokens } from "./list.ts";
import { revokeApiToken } from "./revoke.ts";

export const apiTokenOperations = [listApiTokens, createApiToken, revokeApiToken];
