// What everybody may read, in the order of the sitemap. The build writes each of them as a page of its own, so that it is
// there before any script is.
export interface PublicPage {
  path: string;
  title: string;
  description: string;
  /** In the sitemap; forms are of no use to a search. */
  listed: boolean;
  /** Reads otherwise for whoever is signed in, or with a search in its address. */
  personal?: true;
}

export const publicPages = {
  home: {
    path: "/",
    title: "NexusGen · Describe an app, watch it being built",
    description:
      "Describe a web application in your own words. NexusGen plans, writes, tests and runs it while you watch, and hands you the code.",
    listed: true,
  },
  features: {
    path: "/features",
    title: "Features · NexusGen",
    description:
      "From a plan you can edit to a tested app with its own database: live progress, repairs, versions, code in the browser, exports.",
    listed: true,
  },
  templates: {
    path: "/templates",
    title: "Templates · NexusGen",
    description: "Prompts that begin well, for shops, bookings, clubs, tools of a team and more. Fill in the gaps.",
    listed: true,
    personal: true,
  },
  pricing: {
    path: "/pricing",
    title: "Pricing · NexusGen",
    description: "Start free, without a card and without a key of a model. Plans for people, teams and companies.",
    listed: true,
  },
  docs: {
    path: "/docs",
    title: "Documentation · NexusGen",
    description: "How to begin, how to supervise a run, how to change, export and host what comes of it, and the API.",
    listed: true,
  },
  status: {
    path: "/status",
    title: "Status · NexusGen",
    description: "Whether every part that building an app needs answers right now.",
    listed: true,
  },
  design: {
    path: "/design",
    title: "Design system · NexusGen",
    description: "Colours, type, spacing, motion and every primitive of NexusGen in all its states, light and dark.",
    listed: true,
  },
} as const satisfies Record<string, PublicPage>;

export type PublicPageName = keyof typeof publicPages;
