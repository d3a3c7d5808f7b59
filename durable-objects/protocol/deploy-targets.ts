// What can be deployed to, as data: what a workspace gives once (a connection), what an environment says for itself, and
// what each can do. Adapters stand in workers/deploy/providers.

export interface TargetField {
  name: string;
  label: string;
  hint: string;
  /** May be left empty. */
  optional?: boolean;
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
}

export const deployTargetIds = ["nexusgen", "vercel", "netlify"] as const;
export type DeployTargetId = (typeof deployTargetIds)[number];

/** Also needs a connection, but is no place to deploy to. */
export const connectionIds = ["github", "vercel", "netlify"] as const;
export type ConnectionId = (typeof connectionIds)[number];

const siteName: TargetField = {
  name: "project",
  label: "Project name",
  hint: "Made at the first deployment when there is none of this name. The app’s own name when empty.",
  optional: true,
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
];

export function deployTargetOf(id: string): DeployTarget | undefined {
  return deployTargets.find((target) => target.id === id);
}
