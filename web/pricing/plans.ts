// Plans as data. A figure of null has no limit.
export type PlanId = "free" | "starter" | "pro" | "enterprise";

export interface Plan {
  id: PlanId;
  name: string;
  /** US dollars a month for one person; null: by agreement. */
  monthlyUsd: number | null;
  for: string;
  limits: {
    projects: number | null;
    generationsPerMonth: number | null;
    hostedApps: number | null;
    members: number | null;
    storageGb: number | null;
  };
  /** Beside what the plan before it has. */
  adds: readonly string[];
}

export const plans: readonly Plan[] = [
  {
    id: "free",
    name: "Free",
    monthlyUsd: 0,
    for: "Trying an idea",
    limits: { projects: 5, generationsPerMonth: 60, hostedApps: 1, members: 1, storageGb: 1 },
    adds: [
      "The built-in planner, no key needed",
      "Your own key of any model provider",
      "Every version, every export",
      "Repairs that failed do not count",
    ],
  },
  {
    id: "starter",
    name: "Starter",
    monthlyUsd: 20,
    for: "One person who builds often",
    limits: { projects: 25, generationsPerMonth: 400, hostedApps: 5, members: 3, storageGb: 10 },
    adds: ["A domain of your own", "Supervised runs with a budget", "A fix cache of your own workspace"],
  },
  {
    id: "pro",
    name: "Pro",
    monthlyUsd: 60,
    for: "A team with apps in use",
    limits: { projects: null, generationsPerMonth: 2_000, hostedApps: 25, members: 15, storageGb: 100 },
    adds: ["Staging beside production", "Repairs of running apps by themselves", "The audit log"],
  },
  {
    id: "enterprise",
    name: "Enterprise",
    monthlyUsd: null,
    for: "A company with rules of its own",
    limits: { projects: null, generationsPerMonth: null, hostedApps: null, members: null, storageGb: null },
    adds: ["Your own Cloudflare account", "Only the model providers you allow", "Terms and support by agreement"],
  },
];

export const limitNames: Record<keyof Plan["limits"], string> = {
  projects: "Projects",
  generationsPerMonth: "Runs a month",
  hostedApps: "Hosted apps",
  members: "Members",
  storageGb: "Storage, GB",
};
