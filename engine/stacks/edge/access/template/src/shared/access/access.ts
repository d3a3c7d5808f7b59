// What roles are and what they allow; roles.ts holds those of this app. Server and browser decide by the same table.

export type Action = "read" | "create" | "update" | "delete";

/** "own": only the records that belong to the person. */
export type Reach = "all" | "own" | "none";

export interface Role {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** May everything, whatever `may` says. */
  readonly isAdmin: boolean;
  /** By the key of the model in models.ts; what is missing is forbidden. */
  readonly may: Readonly<Record<string, Readonly<Partial<Record<Action, "all" | "own">>>>>;
}

export function reachOf(role: Role | null, model: string, action: Action): Reach {
  if (!role) return "none";
  if (role.isAdmin) return "all";
  // Nothing that every object has is a permission.
  return (Object.hasOwn(role.may, model) ? role.may[model]?.[action] : undefined) ?? "none";
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface RoleName {
  readonly key: string;
  readonly label: string;
}

/** `GET /api/session`: who asks, and what they may. */
export interface Session {
  readonly user: (Person & { readonly email: string; readonly role: RoleName; readonly isAdmin: boolean }) | null;
  /** By the key of the model. */
  readonly may: Readonly<Record<string, Readonly<Record<Action, Reach>>>>;
  /** "first": nobody has an account yet, and the first one administrates. */
  readonly signUp: "first" | "open" | "invited";
  /** The example people of a preview, who need no password. */
  readonly examples: readonly (Person & { readonly role: RoleName })[];
}

export interface UserView extends Person {
  readonly email: string;
  readonly role: string;
  readonly state: "active" | "invited" | "inactive";
  readonly isExample: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string | null;
}

/** The link's token is told once, to who made it. */
export interface Invitation {
  readonly user: UserView;
  readonly token: string;
}

export interface SessionView {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly device: string;
  readonly isThis: boolean;
}

export interface KeyView {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly owner: string;
  readonly start: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface ChangeView {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  /** Who, in words: a name, the name of a key, or a visitor. */
  readonly actor: string;
  readonly model: string;
  readonly recordId: string;
  readonly label: string;
  /** False when the record is gone or out of sight. */
  readonly exists: boolean;
  readonly fields: readonly FieldChange[];
}

export interface ChangePage {
  readonly items: readonly ChangeView[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** What a record's page tells about it beside its fields. */
export interface RecordAccess {
  readonly owner: Person | null;
  /** Who it may be handed to; empty when the asking person may not. */
  readonly people: readonly Person[];
  readonly changes: readonly ChangeView[];
}

export const shortestPassword = 10;
export const longestPassword = 200;
