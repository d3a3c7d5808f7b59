// The entry to the documentation: what somebody wants to do, and how it is done.
export const guides = [
  {
    id: "begin",
    title: "Begin",
    steps: [
      "Say what the app keeps track of, who uses it and what must not be forgotten: “A repair desk for a bike workshop. Show which repairs are overdue.”",
      "Attach pictures, documents or tables if they say it better. A column becomes a field.",
      "Press Build it. The preview opens as soon as the first version runs; the app has a database of its own, with example data.",
    ],
  },
  {
    id: "supervise",
    title: "Supervise a run",
    steps: [
      "Choose Supervised beside the prompt: the plan then waits for you before any code is written.",
      "Read it under Plan. Change names, fields and pages in place, or send it back with a comment.",
      "Set a budget in dollars if a model is used. It is checked before each call, not after.",
    ],
  },
  {
    id: "change",
    title: "Change the app",
    steps: [
      "Write what should be different. Only what the request touches is changed; the data of the preview stays.",
      "Change files by hand under Code. Your change is a version, and later runs merge with it.",
      "Follow under Progress what each step did, and open its log, its decisions and its changes.",
    ],
  },
  {
    id: "mend",
    title: "When something fails",
    steps: [
      "A failed build is repaired by itself within its limits. Progress says what was tried, and why.",
      "If nothing helps, Hand-over shows the error, how to reproduce it, and the way to go on: retry, edit, or go back.",
      "Errors of the running app stand under Problems, with their place in the code.",
    ],
  },
  {
    id: "read-logs",
    title: "Read the console",
    steps: [
      "Filter by level and source, and search with the field beside it: Enter goes to the match before, Shift Enter to the next.",
      "The address holds what you see. Copy it, or the time of a line, to point somebody at it.",
      "A place such as src/app.tsx:12 opens the file there. Save what is shown, or the whole log, as text or NDJSON.",
    ],
  },
  {
    id: "take-home",
    title: "Take it home",
    steps: [
      "Export gives the source, or all it takes for Docker, Vercel, AWS, Google Cloud or a static host, as a zip file.",
      "Unpack it, then: npm ci, npm run dev. The tests, the migrations and the CI workflow are in it.",
      "From a terminal: npx nexusgen export PROJECT --out DIR.",
    ],
  },
] as const;
