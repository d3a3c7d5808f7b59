/** The way from a sentence to an app, as the public pages tell it. */
export const stops = [
  { name: "Describe", words: "Say what the app should keep track of, in your own words." },
  { name: "Plan", words: "Pages, data and open questions, written down before any code." },
  { name: "Code, build, test", words: "You watch every step, and can pause, change or stop it." },
  { name: "Use it", words: "A real app with its own database, running beside the chat." },
] as const;
