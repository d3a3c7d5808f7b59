/** Prompts to begin with; each names things, what matters about them, and how they belong together. */
export const examples = [
  {
    title: "Bike workshop",
    prompt:
      "A repair desk for a bike workshop. Customers bring bikes; each repair has a status, a due date, parts used and a price. Show which repairs are overdue.",
  },
  {
    title: "Seed library",
    prompt:
      "A seed library for a community garden: varieties with sowing and harvest months, packets with a quantity and a donor, and members who borrow them. Warn when a variety runs low.",
  },
  {
    title: "Field trips",
    prompt:
      "Plan school field trips. Trips have a date, a destination, a cost per pupil and a teacher in charge; pupils belong to a class and sign up with a consent form that is signed or missing.",
  },
  {
    title: "Choir season",
    prompt:
      "Run a choir's season: concerts with a venue and a date, pieces with a composer and a length, rehearsals, and singers with a voice part. A concert has many pieces in order.",
  },
  {
    title: "Tool shed",
    prompt:
      "A lending shed for neighbours. Tools have a photo, a condition and a place on the shelf; loans have a borrower, a start and a return date. Badge the ones that are late, in forest green.",
  },
  {
    title: "Roastery",
    prompt:
      "Track a coffee roastery: green lots with origin and price per kilo, roast batches with a date, a weight and a loss in percent, and tastings with a score and notes.",
  },
] as const;
