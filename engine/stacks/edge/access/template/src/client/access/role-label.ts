import { roles } from "../../shared/access/roles.ts";

export const roleLabel = (key: string): string => roles.find((role) => role.key === key)?.label ?? key;
