// What can be deployed to, as data: what a workspace gives once (a connection), what an environment says for itself, and
// what each can do. Adapters stand in workers/deploy/providers.

export interface TargetField {
  name: string;
  label: string;
  hint: string;
  /** May be left empty. */
  optional?: boolean;
  format?: FieldFormat;
}

interface FieldFormat {
  pattern: RegExp;
  /** Said where it does not match. */
  words: string;
}

export interface DeployTarget {
  id: DeployTargetId;
  name: string;
  summary: string;
  /** The secret of a connection; null where none is needed. */
  secret: { label: string; hint: string } | null;
  /** Given once, with the secret. */
  account: readonly TargetField[];
  /** Given for each environment. */
  place: readonly TargetField[];
  /** Goes back to an earlier deployment without deploying it anew. */
  restores: boolean;
  /** The app's server runs there; without, only what a browser loads is served. */
  runsServer: boolean;
  /** False where nothing runs: its address is a name to pull, not a page to open. */
  opens?: boolean;
}

export const deployTargetIds = ["nexusgen", "cloudflare", "vercel", "netlify", "registry", "webhook"] as const;
export type DeployTargetId = (typeof deployTargetIds)[number];

/** GitHub needs a connection too, but is no place to deploy to. */
export const connectionIds = ["github", "cloudflare", "vercel", "netlify", "registry", "webhook"] as const;
export type ConnectionId = (typeof connectionIds)[number];

const nameFormat = {
  pattern: /^[a-z0-9](?:[a-z0-9-]{0,52}[a-z0-9])?$/,
  words: "A name has small letters, digits and hyphens, 54 at most.",
};

const siteName: TargetField = {
  name: "project",
  label: "Project name",
  hint: "Made at the first deployment when there is none of this name. The app’s own name when empty.",
  optional: true,
  format: nameFormat,
};

export const deployTargets: readonly DeployTarget[] = [
  {
    id: "nexusgen",
    name: "NexusGen hosting",
    summary: "The app’s server, database and files run here, with records apart from the preview’s.",
    secret: null,
    account: [],
    place: [],
    restores: true,
    runsServer: true,
  },
  {
    id: "cloudflare",
    name: "Cloudflare",
    summary: "A Worker of your own account with the app’s server and files; its records lie in a D1 database there.",
    secret: {
      label: "API token",
      hint: "From dash.cloudflare.com/profile/api-tokens, with “Workers Scripts: Edit” and “D1: Edit”.",
    },
    account: [
      {
        name: "accountId",
        label: "Account ID",
        hint: "As in the dashboard’s address: dash.cloudflare.com/<account ID>.",
        format: { pattern: /^[0-9a-f]{32}$/, words: "An account ID has 32 signs: 0 to 9 and a to f." },
      },
    ],
    place: [
      {
        ...siteName,
        name: "worker",
        label: "Worker name",
        hint: "As in <name>.<account>.workers.dev; staging gets “-staging” behind it. The app’s own name when empty.",
      },
    ],
    restores: true,
    runsServer: true,
  },
  {
    id: "vercel",
    name: "Vercel",
    summary: "Vercel builds the project; its records lie in the libSQL database that the variable DATABASE_URL names.",
    secret: { label: "Access token", hint: "From vercel.com/account/tokens." },
    account: [{ name: "teamId", label: "Team ID", hint: "team_…; empty for a personal account.", optional: true }],
    place: [siteName],
    restores: true,
    runsServer: true,
  },
  {
    id: "netlify",
    name: "Netlify",
    summary: "The static files: pages without the app’s API.",
    secret: { label: "Personal access token", hint: "From app.netlify.com/user/applications." },
    account: [],
    place: [{ ...siteName, name: "site", label: "Site name", hint: "As in <name>.netlify.app." }],
    restores: true,
    runsServer: false,
  },
  {
    id: "registry",
    name: "Container registry",
    summary:
      "The app as an image for amd64 and arm64, assembled here and pushed; it runs where you pull it. Variables are not in it.",
    secret: { label: "Access token", hint: "May write packages; for Docker Hub from app.docker.com/settings." },
    account: [
      {
        name: "host",
        label: "Registry",
        hint: "ghcr.io, registry-1.docker.io (Docker Hub), or your own.",
        format: {
          pattern: /^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:\d{1,5})?$/,
          words: "Enter a host name such as ghcr.io, without a path.",
        },
      },
      { name: "user", label: "User name", hint: "Whose token it is." },
    ],
    place: [
      {
        name: "repository",
        label: "Repository",
        hint: "As in ghcr.io/<repository>; your user name and the app’s name when empty.",
        optional: true,
        format: {
          pattern: /^(?=.{1,200}$)[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/,
          words: "A repository has small letters, digits, hyphens and slashes.",
        },
      },
    ],
    restores: true,
    runsServer: false,
    opens: false,
  },
  {
    id: "webhook",
    name: "Webhook",
    summary: "A server of your own is told what to deploy, with links to the code, and says where it runs.",
    secret: { label: "Signing secret", hint: "“whsec_” and 24 to 64 bytes in base64; your server verifies with it." },
    account: [
      {
        name: "url",
        label: "Address",
        hint: "Gets a signed POST for each deployment; tried with a message of the type “connection.tested”.",
      },
    ],
    place: [],
    restores: true,
    runsServer: true,
  },
];

export function deployTargetOf(id: string): DeployTarget | undefined {
  return deployTargets.find((target) => target.id === id);
}

/** What a workspace can connect, as it is asked for. */
export interface ConnectionKind {
  id: ConnectionId;
  name: string;
  /** What it is for. */
  purpose: string;
  secret: { label: string; hint: string };
  account: readonly TargetField[];
}

const github: ConnectionKind = {
  id: "github",
  name: "GitHub",
  purpose: "Versions are pushed to repositories.",
  secret: {
    label: "Access token of GitHub",
    hint: "Fine-grained, with read and write access to contents, pull requests and administration.",
  },
  account: [],
};

export const connectionKinds: readonly ConnectionKind[] = [
  github,
  ...deployTargets.flatMap(({ id, name, summary, secret, account }) =>
    id === "nexusgen" || secret === null ? [] : [{ id, name, purpose: summary, secret, account }],
  ),
];

export function connectionKindOf(id: ConnectionId): ConnectionKind {
  return connectionKinds.find((kind) => kind.id === id) ?? github;
}
