// Accounts, when the prompt asks for them: which roles there are and what each may do. What the prompt leaves open becomes
// the narrower of two readings, and is told as an assumption or asked as a question.
import type { AccessAction, Prd, PrdAccess, PrdModel, PrdRelationship } from "#engine/prd/schema.ts";
import type { Decision } from "./decisions.ts";
import { type Ability, readAbilities } from "./read-abilities.ts";
import { type Discussed, nameAbilities } from "./name-abilities.ts";
import { modelsIn, nameWords } from "./named-in-text.ts";
import { departments } from "./role-nouns.ts";
import { readRoles } from "./read-roles.ts";
import { roleNamed } from "./read-subjects.ts";
import type { Clause } from "./read-text.ts";
import { quote } from "./sanitise.ts";
import { joinEnglish, plural } from "./words.ts";

export const accessPages: Prd["pages"] = [
  { path: "/sign-in", title: "Sign in", purpose: "Sign in, or make the first account.", components: ["Form"] },
  {
    path: "/profile",
    title: "Profile",
    purpose: "Change one's name, e-mail address and password, and sign other devices out.",
    components: ["Forms", "Device list"],
  },
  {
    path: "/access/users",
    title: "Users and roles",
    purpose: "Invite people, change roles, deactivate accounts; see what each role may do.",
    components: ["User list", "Invitation", "Role table"],
  },
  {
    path: "/access/changes",
    title: "Audit trail",
    purpose: "Who changed what and when, for administrators.",
    components: ["Filters", "Change list"],
  },
  { path: "/access/keys", title: "API keys", purpose: "Let programs use the API.", components: ["Key list"] },
];

export const accessTask: Prd["tasks"][number] = {
  id: "access",
  title: "Accounts, roles, audit trail and API keys",
  dependsOn: [],
};

export interface AccessPlan {
  readonly access: PrdAccess;
  readonly roles: Prd["roles"];
  readonly assumptions: readonly string[];
  readonly questions: readonly string[];
  readonly decision: Decision;
  /** Words whose clauses are answered. */
  readonly answers: readonly string[];
}

const asksFor =
  /\b((users?|people|members?|customers?|students?|visitors?) (can |may |must |should |have to )?(register|log in|sign (in|up))|log ?-?ins?|logging in|sign ?-?ins?|sign ?-?ups?|signing in|user registration|registration of users|authentication|authenticated|authorization|user accounts?|accounts for|password protected|password-protected|permissions|role-based|access control|user roles|with roles|members[- ]only)\b/;
/** Whoever has an account of their own signs in to it; a bank's accounts are records. */
const ownAccount =
  /\b(?:manage|managing|update|updating|edit|editing|change|changing|view|viewing|access|accessing|delete|deleting) (?:their|his|her|your|my|one's)(?: own)? (?:personal )?(?:accounts?(?: information| details| settings| data)?|profiles?(?: information| details)?|personal (?:information|details|data|info))\b|\bpersonal (?:cent(?:er|re)|account)\b|\baccount (?:management|settings)\b/;
/** A sign-up for the newsletter or an event is a form, not an account. */
const entering =
  /\b(?:sign(?:ing)?[ -]?ups?|regist(?:er|ration)s?)(?: forms?)? (?:for|to) (?!(?:the |an? |our |this )?(?:app|site|website|platform|account|system|service)s?\b)[\w' -]{1,60}|\b(?:newsletter|event|class|course|workshop|volunteer|shift|ticket|mailing list) (?:sign[ -]?ups?|registrations?)\b/g;
const declines =
  /\b(no|without|remove|drop|don't need|not need|skip)( any| the| a| need for)? (log ?-?ins?|sign ?-?ins?|sign ?-?ups?|accounts?|authentication|user accounts?|registration|roles|permissions)\b/;
/** "Visitors can read posts without an account": the others have one. */
const forVisitors = /\b(visitors?|guests?|anyone|anybody|everyone|public(ly)?)\b/;
const selfService =
  /\b(sign ?-?ups?|register|registered (?:users?|members?)|registration|create (an|their|your) account|open account|join the community)\b/;
/** "Everyone can see photos": without an account as well. */
const isVisitor = (role: string): boolean => role === "Visitor" || role === "Guest" || role === "Everyone";
/** People from outside, who may well make their own account. */
const outsiders = new Set(
  "User Member Customer Client Student Patient Player Reader Buyer Shopper Applicant Candidate Tenant Donor Subscriber Parent Traveler Volunteer Pupil Resident Passenger".split(
    " ",
  ),
);
/** What others have no business with, also when nobody says so. */
const personal = new Set(
  "order cart payment invoice booking reservation appointment message contact inquiry enquiry registration application ticket subscription account address customer client patient result attempt answer vote donation purchase line salary expense medical prescription diary journal note".split(
    " ",
  ),
);
const everybody = new Set(["User", "Member"]);
const every: readonly AccessAction[] = ["create", "read", "update", "delete"];

const handled = [
  "login",
  "log in",
  "sign-in",
  "signin",
  "sign up",
  "registration",
  "user registration",
  "user account",
  "authentication",
  "password",
  "account",
  "role",
  "permission",
];

/** "Only members can write": the others cannot, so somebody has to tell them apart. */
const onlyThey = /\bonly (?:the |our )?((?:[\w-]+ )?[\w-]+) (?:can|may|should|are able|are allowed)\b/g;

const onlyThese = (clauses: readonly Clause[]): Set<string> =>
  new Set(
    clauses.flatMap(({ text }) =>
      [...text.toLowerCase().matchAll(onlyThey)].flatMap(([, who = ""]) => roleNamed(who) ?? []),
    ),
  );

/**
 * "Only staff may delete": staff may do all else as well, and there are others, who may do the rest. Null when nothing is left
 * to them but to look, or when what is reserved is what every member does.
 */
function shareRest(
  clauses: readonly Clause[],
  abilities: readonly Ability[],
  models: readonly PrdModel[],
): { roles: ReadonlySet<string>; rules: PrdAccess["rules"] } | null {
  const only = onlyThese(clauses);
  const reserved = abilities.filter(({ role, isDenied, own }) => only.has(role) && !isDenied && !own);
  const roles = new Set(reserved.map(({ role }) => role));
  const isMixed = abilities.some(({ role }) => !roles.has(role)) || [...roles].some((role) => everybody.has(role));
  if (reserved.length === 0 || isMixed || reserved.some(({ actions }) => actions.includes("read"))) return null;
  const left = (model?: string): AccessAction[] => {
    const taken = reserved.filter(({ objects, isAll }) => {
      const named = modelsIn(objects, models);
      return isAll || named.length === 0 || named.some(({ name }) => name === model);
    });
    return every.filter((action) => !taken.some(({ actions }) => actions.includes(action)));
  };
  const rules = models.map(({ name: model }) => ({ role: "Member", model, actions: left(model) }));
  if (!rules.some(({ actions }) => actions.length > 1)) return null;
  const isSame = rules.every(({ actions }) => actions.length === rules[0]?.actions.length);
  return { roles, rules: isSame ? [{ role: "Member", model: "*", actions: left(models[0]?.name) }] : rules };
}

const isForSome = (clauses: readonly Clause[], roles: ReadonlySet<string>): boolean =>
  [...onlyThese(clauses)].some((role) => roles.has(role) && !isVisitor(role));

/** Two kinds of people who do not do the same. */
function doDifferentThings(abilities: readonly Ability[]): boolean {
  const deeds = new Map<string, Set<string>>();
  for (const { role, verbs, objects } of abilities) {
    if (isVisitor(role)) continue;
    const what = verbs.map((verb) => `${verb} ${objects.join(" ")}`);
    deeds.set(role, new Set([...(deeds.get(role) ?? []), ...what]));
  }
  // What users and admins do is what any site offers; users and managers share work.
  if (![...deeds.keys()].some((role) => role !== "Admin" && role !== "User" && !outsiders.has(role)))
    deeds.delete("User");
  return new Set([...deeds.values()].map((what) => [...what].toSorted().join())).size > 1;
}

const isOnlyOwn = ({ own, isOnly, actions, role }: Ability): boolean =>
  own && isOnly && actions.includes("read") && (role === "Everyone" || !isVisitor(role));

const isDeclined = (text: string): boolean => declines.test(text) && !forVisitors.test(text);

/** Two kinds of people who may do different things cannot be told apart without signing in, nor can visitors who may not do what the app is for. */
function tellsApart(clauses: readonly Clause[], abilities: readonly Ability[]): boolean {
  const roles = new Set(abilities.map(({ role }) => role).filter((role) => role !== "User" && role !== "Everyone"));
  const narrowed = abilities.some(({ role, isDenied }) => isVisitor(role) && isDenied);
  return (
    narrowed ||
    abilities.some(isOnlyOwn) ||
    doDifferentThings(abilities) ||
    isForSome(clauses, new Set(abilities.map(({ role }) => role))) ||
    (roles.size > 1 && abilities.some(({ own, isDenied, role }) => own || isDenied || role === "Admin"))
  );
}

/** The last word counts: a correction may add accounts, or take them away. */
function isAsked(clauses: readonly Clause[], isTold: boolean): boolean {
  let asked = isTold;
  for (const { text } of clauses) {
    const lower = text.toLowerCase().replaceAll(entering, " ");
    if (isDeclined(lower)) asked = false;
    else if (asksFor.test(lower) || ownAccount.test(lower)) asked = true;
  }
  return asked;
}

/** A request that wants no accounts and tells people apart all the same: both sides, and which of them was taken. */
export function askWhetherToSignIn(clauses: readonly Clause[], isPlanned: boolean): string[] {
  const without = clauses.find(({ text }) => isDeclined(text.toLowerCase().replaceAll(entering, " ")));
  if (without === undefined) return [];
  const others = clauses.filter((clause) => clause !== without);
  const abilities = others.map((clause) => readAbilities([clause], new Set()));
  const isApart = tellsApart(others, abilities.flat());
  const apart = others.find(({ text }, at) => {
    const lower = text.toLowerCase();
    return isApart ? abilities[at]?.some(({ role }) => role !== "User" && !isVisitor(role)) : asksFor.test(lower);
  });
  if (apart === undefined) return [];
  const taken = isPlanned ? "people sign in" : "nobody signs in and everybody may do everything";
  return [
    `${quote(without.text)} and ${quote(apart.text)} do not go together, since only who signs in can be told from others. Which of them holds? For a start ${taken}.`,
  ];
}

const isPersonal = ({ name, fields }: PrdModel): boolean =>
  nameWords(name).some((word) => personal.has(word)) || fields.some(({ type }) => type === "email" || type === "phone");

/** What others have no business with; of everything, something may be. */
const isPersonalNamed = (name: string, models: readonly PrdModel[]): boolean =>
  models.some((model) => (name === "*" || model.name === name) && isPersonal(model));

/** Whoever likes or comments has seen it; that everybody may do no more than look is not said. */
const reactions = new Set("comment rate vote like follow contact call invite participate discuss".split(" "));
const isReaction = ({ verbs }: Ability): boolean => verbs.every((verb) => reactions.has(verb));

/** What may be meant of everything where nothing is named: "clerks can add and edit"; "doctors prescribe" is not. */
const general = new Set(
  "see view read browse look access search manage add create edit update change delete remove".split(" "),
);

interface RolePlan {
  name: string;
  said: string[];
  rules: PrdAccess["rules"];
  denied: { model: string; actions: readonly AccessAction[] }[];
}

/** Models whose records somebody else than the given role approves, rejects or closes. */
function decidedByOthers(name: string, abilities: readonly Ability[], models: readonly PrdModel[]): Set<string> {
  const deeds = outsiders.has(name) ? [...decisions, ...services] : [...decisions];
  const decide = abilities.filter(({ role, verbs }) => role !== name && verbs.some((verb) => deeds.includes(verb)));
  return new Set(decide.flatMap(({ objects }) => modelsIn(objects, models).map((model) => model.name)));
}

const decisions = "approve reject accept decline deny refuse authorise authorize reimburse".split(" ");
/** What is done for people from outside, each of whom has no business with the others'. */
const services = "close resolve fix repair handle grade confirm answer".split(" ");

/** `decided`: whoever hands these in sees their own, for somebody else decides on all of them. */
function planRole(
  name: string,
  abilities: readonly Ability[],
  models: readonly PrdModel[],
  decided: ReadonlySet<string>,
): RolePlan {
  const plan: RolePlan = { name, said: [], rules: [], denied: [] };
  for (const { actions, verbs, objects, isAll, own, isDenied } of abilities) {
    const meant = modelsIn(objects, models).map((model) => model.name);
    const targets =
      meant.length > 0
        ? meant
        : isAll || own || (objects.length === 0 && verbs.every((verb) => general.has(verb)))
          ? ["*"]
          : [];
    // Who writes their own posts also mends and removes them.
    const unique = own && actions.includes("create") ? every : [...new Set(actions)];
    for (const model of targets) {
      if (isDenied) plan.denied.push({ model, actions: unique });
      else plan.rules.push({ role: name, model, actions: [...unique], ...(own && { own: true }) });
      const things = model === "*" ? "everything" : plural(model.toLowerCase());
      const verbs = unique.length === every.length ? "manage" : joinEnglish(unique.map((action) => said[action]));
      plan.said.push(`${isDenied ? "may not " : ""}${verbs} ${own ? "their own " : ""}${things}`);
    }
  }
  plan.rules = plan.rules.flatMap((rule) => {
    const denied = plan.denied.filter(({ model }) => model === rule.model || model === "*");
    const actions = rule.actions.filter((action) => !denied.some((other) => other.actions.includes(action)));
    return actions.length > 0 ? [{ ...rule, actions }] : [];
  });
  // Nobody adds what they could never look at again.
  for (const { model, actions } of plan.rules.filter((rule) => rule.actions.includes("create"))) {
    const isSeen = plan.rules.some(
      (rule) => rule.model === model && rule.actions.some((action) => action !== "create"),
    );
    if (!isSeen && !actions.includes("read"))
      plan.rules.push({
        role: name,
        model,
        actions: ["read"],
        ...(((outsiders.has(name) && isPersonalNamed(model, models)) || decided.has(model)) && { own: true }),
      });
  }
  // Nor changes what they cannot see.
  for (const { model, own, actions } of plan.rules.filter(({ actions }) => !actions.includes("read"))) {
    const isChanged = actions.includes("update") || actions.includes("delete");
    const isSeen = plan.rules.some((rule) => rule.model === model && rule.actions.includes("read"));
    const isDenied = plan.denied.some((rule) => rule.model === model && rule.actions.includes("read"));
    if (isChanged && !isSeen && !isDenied)
      plan.rules.push({ role: name, model, actions: ["read"], ...(own === true && { own }) });
  }
  return plan;
}

const isGroup = /^(?:IT|HR|QA)$|(?:office|desk|team|department|board|committee|council|crew)$/i;

/** "Board members", but "finance" and "the parish office". */
function peopleOf(role: string, isInside = false): string {
  if (departments.has(role.toLowerCase()) || isGroup.test(role))
    return isInside && role !== role.toUpperCase() ? role.toLowerCase() : role;
  return plural(isInside ? role.toLowerCase() : role);
}

const said: Readonly<Record<AccessAction, string>> = {
  create: "add",
  read: "see",
  update: "change",
  delete: "delete",
};

/** Who may write in discussions reads all of them and keeps their own in order; who may change all of them moderates. */
function addDiscussing(plan: RolePlan, { threads, replies }: Discussed): void {
  const isAbout = (model: string): boolean => model === "*" || model === threads || model === replies;
  const rules = plan.rules.filter(({ model }) => isAbout(model));
  const denied = plan.denied.filter(({ model }) => isAbout(model)).flatMap(({ actions }) => actions);
  const allowed = (actions: readonly AccessAction[]): AccessAction[] =>
    actions.filter((action) => !denied.includes(action));
  const add = (actions: readonly AccessAction[], own: boolean): void => {
    const kept = allowed(actions);
    if (kept.length === 0) return;
    for (const model of [threads, replies])
      plan.rules.push({ role: plan.name, model, actions: kept, ...(own && { own }) });
  };
  const moderates = rules.some(
    ({ own, actions, model }) =>
      own !== true && model !== "*" && (actions.includes("update") || actions.includes("delete")),
  );
  if (moderates) return add(every, false);
  if (!rules.some(({ actions }) => actions.includes("create"))) return;
  add(["create", "read"], false);
  add(["update", "delete"], true);
}

const keepsUp = ({ name, rules }: RolePlan, about: string): boolean =>
  !everybody.has(name) &&
  rules.some(
    ({ model, own, actions }) => own !== true && (model === about || model === "*") && actions.length === every.length,
  );

/** "Users" are everybody: what is not said about them is as usual, to look, to add, and to keep one's own in order. */
function addUsual(plan: RolePlan, models: readonly PrdModel[], others: readonly RolePlan[] = []): void {
  if (!everybody.has(plan.name) || plan.denied.length > 0 || plan.rules.some(({ model }) => model === "*")) return;
  for (const { name: model } of models) {
    const told = plan.rules.filter((rule) => rule.model === model);
    if (told.some((rule) => rule.own === true)) continue;
    // "Users can browse plans": somebody else offers them.
    if (told.length > 0 && told.every(({ actions }) => actions.every((action) => action === "read"))) continue;
    const isPersonal = nameWords(model).some((word) => personal.has(word));
    // "Librarians manage books": the others look.
    if (others.some((other) => keepsUp(other, model))) {
      if (!isPersonal) plan.rules.push({ role: plan.name, model, actions: ["read"] });
      continue;
    }
    plan.rules.push(
      { role: plan.name, model, actions: isPersonal ? ["create"] : ["create", "read"] },
      { role: plan.name, model, actions: isPersonal ? ["read", "update", "delete"] : ["update", "delete"], own: true },
    );
  }
}

/** Forms offer what a record points to, so whoever fills them in has to see its name. */
function readReferences(
  plan: RolePlan,
  models: readonly PrdModel[],
  relationships: readonly PrdRelationship[],
): string[] {
  const known = new Set(plan.rules.map(({ model }) => model));
  if (known.has("*")) return [];
  const writes = plan.rules.filter(({ actions }) => actions.some((action) => action !== "read"));
  const pointed = writes.flatMap(({ model }) => [
    ...relationships.flatMap(({ from, to, kind }) =>
      to === model ? [from] : from === model && kind === "many-to-many" ? [to] : [],
    ),
    ...(models.find(({ name }) => name === model)?.fields ?? []).flatMap(({ target }) => target ?? []),
  ]);
  const added = [...new Set(pointed)].filter((name) => !known.has(name));
  for (const model of added) plan.rules.push({ role: plan.name, model, actions: ["read"] });
  return added;
}

/** What people without an account see: what they are said to, and of "everything" not what is personal. */
function planVisitors(
  abilities: readonly Ability[],
  models: readonly PrdModel[],
): { publicRead: true | string[]; withheld: string[] } {
  const visitors = abilities.filter(({ role, actions }) => isVisitor(role) && actions.includes("read"));
  const hidden = visitors.filter(({ isDenied }) => isDenied).flatMap(({ objects }) => modelsIn(objects, models));
  const allowed = visitors.filter(({ isDenied }) => !isDenied);
  if (!allowed.some(({ isAll }) => isAll)) {
    const named = allowed
      .flatMap(({ objects }) => modelsIn(objects, models))
      .filter((model) => !hidden.includes(model));
    return { publicRead: [...new Set(named.map(({ name }) => name))], withheld: [] };
  }
  const withheld = models.filter((model) => isPersonal(model) && !hidden.includes(model));
  const shown = models.filter((model) => !hidden.includes(model) && !withheld.includes(model));
  return {
    publicRead: shown.length === models.length ? true : shown.map(({ name }) => name),
    withheld: withheld.map(({ name }) => name),
  };
}

/** Whose records others add: "pupils can only see their own loans". */
function explainHandedOver({ name, rules }: RolePlan): string[] {
  const isAdding = (about: string): boolean =>
    rules.some(({ model, actions }) => actions.includes("create") && (model === about || model === "*"));
  const given = rules.filter(({ model, own }) => own === true && model !== "*" && !isAdding(model));
  const things = joinEnglish([...new Set(given.map(({ model }) => plural(model.toLowerCase())))]);
  return given.length === 0
    ? []
    : [`The ${things} of ${peopleOf(name, true)} are those that were handed over to them, since others add these.`];
}

export function planAccess(
  clauses: readonly Clause[],
  models: readonly PrdModel[],
  relationships: readonly PrdRelationship[],
  talk?: Discussed,
  entries: readonly string[] = [],
): AccessPlan | undefined {
  const abilities = nameAbilities(readAbilities(clauses, new Set(models.flatMap(({ name }) => nameWords(name)))), {
    models,
    relationships,
    entries,
    ...(talk && { talk }),
  });
  if (!isAsked(clauses, tellsApart(clauses, abilities))) return undefined;
  const assumptions: string[] = [];
  const questions: string[] = [];
  // A role with an ability that no rule can be made of is still a role.
  const mentioned = readRoles(clauses).map(({ name }) => name);
  const rest = talk ? null : shareRest(clauses, abilities, models);
  const names = [
    ...new Set([...abilities.map(({ role }) => role), ...mentioned.filter((name) => name !== "User")]),
  ].slice(0, 8);
  const plans = names
    .filter((name) => name !== "Admin" && !isVisitor(name) && !(rest && name === "Member"))
    .map((name) =>
      planRole(
        name,
        abilities.filter((ability) => ability.role === name && !(everybody.has(name) && isReaction(ability))),
        models,
        decidedByOthers(name, abilities, models),
      ),
    );
  for (const plan of plans) {
    if (plan.rules.length === 0) {
      plan.rules.push({ role: plan.name, model: "*", actions: ["read"] });
      questions.push(`What may ${peopleOf(plan.name, true)} do? For a start they see everything and change nothing.`);
    }
    addUsual(plan, models, plans);
    if (talk) addDiscussing(plan, talk);
    const added = readReferences(plan, models, relationships);
    if (added.length > 0)
      assumptions.push(
        `${peopleOf(plan.name)} see ${joinEnglish(added.map((name) => plural(name.toLowerCase())))} as well, since what they work on names them.`,
      );
  }
  if (rest) {
    for (const plan of plans.filter(({ name }) => rest.roles.has(name))) {
      plan.rules = [{ role: plan.name, model: "*", actions: [...every] }];
      plan.said = ["manage everything"];
    }
    plans.push({ name: "Member", said: ["do all that is not reserved"], rules: rest.rules, denied: [] });
    assumptions.push("Whoever has an account may do what the request does not reserve for others, as a member.");
  }
  // Somebody has to do the talking.
  const isTalkedIn = plans.some(({ rules }) =>
    rules.some(({ own, actions }) => own === true && actions.includes("update")),
  );
  if (talk && !isTalkedIn && plans.length > 0) {
    const member: RolePlan = {
      name: "Member",
      said: [`add ${plural(talk.threads.toLowerCase())} and ${plural(talk.replies.toLowerCase())}`],
      rules: [{ role: "Member", model: talk.threads, actions: ["create"] }],
      denied: [],
    };
    addDiscussing(member, talk);
    readReferences(member, models, relationships);
    const known = plans.findIndex(({ name }) => name === "Member");
    if (known === -1) plans.push(member);
    else plans[known] = member;
  }
  const text = clauses.map((clause) => clause.text.toLowerCase()).join("\n");
  const isSelfService = selfService.test(text) || ownAccount.test(text);
  if (plans.length === 0) {
    const isTheirs = /\b(their|your|my) own\b/.test(text);
    const member: RolePlan = { name: "Member", said: [], rules: [], denied: [] };
    if (isTheirs || (!isSelfService && !talk))
      member.rules.push({ role: "Member", model: "*", actions: [...every], ...(isTheirs && { own: true }) });
    // Whoever makes an account by themselves is a stranger, and does not tidy up behind the others.
    else addUsual(member, models);
    if (talk) addDiscussing(member, talk);
    const may = isTheirs
      ? "manage their own records"
      : isSelfService || talk
        ? "add records and change their own"
        : "see and change all records";
    member.said.push(may);
    plans.push(member);
    assumptions.push(`Besides administrators there is one role, Member, who may ${may}.`);
  }
  const { publicRead, withheld } = planVisitors(abilities, models);
  const unclear = abilities.find(
    ({ role, objects, isAll, isDenied }) =>
      isVisitor(role) && !isAll && !isDenied && objects.length > 0 && modelsIn(objects, models).length === 0,
  );
  if (unclear !== undefined && (publicRead === true || publicRead.length === 0))
    questions.push(
      `What are people without an account to see of "${unclear.objects.join(" ").replace(/ (?:and|or)$/, "")}"? No record is called so; for a start everybody has to sign in.`,
    );
  if (withheld.length > 0)
    assumptions.push(
      `Visitors do not see ${joinEnglish(withheld.map((name) => plural(name.toLowerCase())))}, which may hold what is personal.`,
    );
  const outsider = plans.findLast(({ name }) => outsiders.has(name)) ?? plans.find(({ name }) => name === "Member");
  const isOpen = isSelfService && outsider !== undefined;
  assumptions.push(
    isOpen
      ? `Anybody may make an account and becomes a ${outsider.name.toLowerCase()}; administrators change roles.`
      : "Accounts are made by invitation: administrators make a link and hand it over. The first person who signs up administrates.",
  );
  if (plans.some(({ rules }) => rules.some(({ own }) => own)))
    assumptions.push(
      "A record belongs to whoever adds it, until somebody who may change all of them hands it over on its page.",
    );
  assumptions.push(...plans.flatMap(explainHandedOver));
  return {
    access: {
      signUp: isOpen ? "open" : "invited",
      ...(outsider && { defaultRole: outsider.name }),
      ...(publicRead !== true && publicRead.length === 0 ? {} : { publicRead }),
      rules: plans.flatMap(({ rules }) => rules).slice(0, 200),
    },
    roles: [
      { name: "Admin", description: "Admins manage everything, invite people and change roles" },
      ...plans.map(({ name, said: sentences }) => ({
        name,
        description: `${peopleOf(name)} ${[...new Set(sentences)].slice(0, 6).join("; ") || "see everything"}`.slice(
          0,
          400,
        ),
      })),
    ],
    assumptions,
    questions,
    decision: {
      question: "Who may do what?",
      choice: joinEnglish(["Admin", ...plans.map(({ name }) => name)]),
      reason: "the prompt asks for accounts or tells people apart; what no rule allows is forbidden",
    },
    answers: handled,
  };
}
