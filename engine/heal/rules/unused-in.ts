import type { StructuredError } from "../structured-error.ts";

const named = /['"`](?<name>[A-Za-z_$][\w$]*)['"`]/;

/** What an error says is used nowhere. */
export const unusedIn = ({ message }: StructuredError): string | null => named.exec(message)?.groups?.["name"] ?? null;
