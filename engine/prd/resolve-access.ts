// `access` of a PRD → roles with what each may do, model by model. What names no role or model of the app is dropped with
// a note; nothing is ever granted by a mistake.
import { camelCase, humanize, NameRegistry, singularize, words } from "../stacks/shared/naming.ts";
import type { ResolvedAccess, ResolvedModel, ResolvedPermissions, ResolvedRole } from "./resolved.ts";
import type { Prd, PrdAccess } from "./schema.ts";

const administrates = /^(admin|administrator|superadmin|superuser)$/;

const identity = (name: string): string => words(name).map(singularize).join(" ") || name.trim().toLowerCase();

const isAdminName = (name: string): boolean =>
  words(name)
    .map(singularize)
    .some((word) => administrates.test(word));

type Find = (name: string) => ResolvedModel | undefined;
type Matrix = Map<string, ResolvedPermissions>;

function grant(matrix: Matrix, model: string, { actions, own }: PrdAccess["rules"][number]): void {
  const permissions: ResolvedPermissions = { ...matrix.get(model) };
  // Nobody changes or removes what they cannot see.
  const meant = actions.some((action) => action === "update" || action === "delete")
    ? new Set([...actions, "read" as const])
    : new Set(actions);
  for (const action of meant) {
    const reach = own === true && action !== "create" ? "own" : "all";
    if (permissions[action] !== "all") permissions[action] = reach;
  }
  matrix.set(model, permissions);
}

/** Undefined when the PRD asks for no accounts. */
export function resolveAccess(
  prd: Prd,
  models: readonly ResolvedModel[],
  find: Find,
  notes: string[],
): ResolvedAccess | undefined {
  const { access } = prd;
  if (!access) return undefined;
  const drafts = nameRoles(prd);
  const byIdentity = new Map(drafts.map((draft) => [draft.identity, draft]));
  const findRole = (name: string): DraftRole | undefined =>
    byIdentity.get(identity(name)) ?? (isAdminName(name) ? drafts[0] : undefined);

  for (const rule of access.rules) {
    const draft = findRole(rule.role);
    const model = rule.model.trim() === "*" ? undefined : find(rule.model);
    if (!draft || (!model && rule.model.trim() !== "*")) {
      const missing = draft ? `model "${rule.model}"` : `role "${rule.role}"`;
      notes.push(`A permission of "${rule.role}" for "${rule.model}" was left out, since there is no ${missing}.`);
      continue;
    }
    if (draft.role.isAdmin) continue;
    for (const { key } of model ? [model] : models) grant(draft.matrix, key, rule);
  }
  const roles = drafts.map(({ role, matrix }): ResolvedRole => ({ ...role, may: Object.fromEntries(matrix) }));
  for (const role of roles)
    if (!role.isAdmin && Object.keys(role.may).length === 0)
      notes.push(`The role "${role.label}" has no permissions yet: who has it can sign in, and sees no records.`);
  return {
    ...chooseSignUp(access, roles, findRole(access.defaultRole ?? "")?.role.key, notes),
    roles,
    publicModels: publicModels(prd, access, models, find, notes),
  };
}

interface DraftRole {
  identity: string;
  role: ResolvedRole;
  matrix: Matrix;
}

/** The administrator first, whether the PRD names one or not. */
function nameRoles(prd: Prd): DraftRole[] {
  const seen = new Set<string>();
  const named = prd.roles.filter(({ name }) => {
    const isNew = !seen.has(identity(name));
    seen.add(identity(name));
    return isNew;
  });
  const admin = named.find(({ name }) => isAdminName(name)) ?? { name: "Admin", description: "" };
  const keys = new NameRegistry();
  const labels = new NameRegistry();
  return [admin, ...named.filter((role) => role !== admin)].map(({ name, description }, at) => ({
    identity: identity(name),
    role: {
      key: keys.claim(camelCase(words(name)) || "role"),
      label: labels.claim(humanize(name), " "),
      description: description.trim(),
      isAdmin: at === 0,
      may: {},
    },
    matrix: new Map(),
  }));
}

function chooseSignUp(
  access: PrdAccess,
  roles: readonly ResolvedRole[],
  wished: string | undefined,
  notes: string[],
): Pick<ResolvedAccess, "signUp" | "defaultRole"> {
  const others = roles.filter((role) => !role.isAdmin);
  const chosen = others.find(({ key }) => key === wished) ?? others.at(-1);
  if (access.signUp === "open" && !chosen)
    notes.push("Signing up needs an invitation, since the only role administrates and nobody may take that alone.");
  return {
    signUp: chosen ? access.signUp : "invited",
    defaultRole: (chosen ?? roles[0])?.key ?? "",
  };
}

function publicModels(
  prd: Prd,
  { publicRead }: PrdAccess,
  models: readonly ResolvedModel[],
  find: Find,
  notes: string[],
): string[] {
  if (!Array.isArray(publicRead)) {
    // What visitors write to the app is not for other visitors.
    const letters = prd.site?.contact === undefined ? undefined : find(prd.site.contact);
    return publicRead === true ? models.filter((model) => model !== letters).map(({ key }) => key) : [];
  }
  const keys = publicRead.flatMap((name) => {
    const model = find(name);
    if (!model) notes.push(`"${name}" was not made public, since there is no such model.`);
    return model ? [model.key] : [];
  });
  return [...new Set(keys)];
}
