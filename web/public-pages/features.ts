// What the product does, by the moment in which somebody meets it. Each line names something that can be tried.
export const features = [
  {
    id: "describe",
    title: "Describe it",
    intro: "Words, pictures, documents and tables: whatever says best what the app is for.",
    items: [
      ["In your own words", "The built-in planner recognises many kinds of applications without asking any model."],
      [
        "With what you have",
        "Attach a sketch, a PDF or a spreadsheet: columns become fields, and colours are taken over.",
      ],
      ["Questions before code", "Where an answer would change the data, it asks first, and says what it assumed."],
    ],
  },
  {
    id: "supervise",
    title: "Watch it, or steer it",
    intro: "Every step is an event: seen while it happens, and still there a month later.",
    items: [
      [
        "A live timeline",
        "Each step with its time, its agents, tokens and dollars; open its log, its decisions, its changes.",
      ],
      ["A plan you can edit", "In supervised runs the plan waits for you: change fields and pages, or send it back."],
      ["A hundred thousand lines", "The console filters and searches them without a stutter. Every filter is a link."],
      ["Pause, cancel, go on", "At any step, from the page, the command line or the API."],
    ],
  },
  {
    id: "mend",
    title: "It mends what breaks",
    intro: "A failed build is a finding, not an end.",
    items: [
      ["Read, classified, repaired", "By a fix that worked before, by a rule, or by a model, in this order."],
      ["Within limits", "Rounds and money are bounded. If errors do not become fewer, the last good version stays."],
      ["It learns", "A repair that passed the tests is kept for your workspace, and forgotten when it stops working."],
      [
        "Running apps too",
        "An error of the preview becomes a problem with its place in the code, and can be repaired.",
      ],
    ],
  },
  {
    id: "keep",
    title: "The result is yours",
    intro: "Plain TypeScript that a team would have written, with tests of its own.",
    items: [
      ["Two stacks", "React and Hono, or Next.js with server components. Typed end to end, without magic of ours."],
      ["Every version", "Go back to any of them. What you changed by hand survives the next run, line by line."],
      [
        "Take it home",
        "As source with its tests and CI, for Docker, for Vercel, AWS or Google Cloud, or as static files.",
      ],
      ["Checked behind each preview", "Accessibility, speed, size, types, lint, audit and tests, version by version."],
    ],
  },
] as const;
