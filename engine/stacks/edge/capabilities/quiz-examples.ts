// Example questions of a quiz, by what it is about.

export interface QuizExample {
  readonly text: string;
  readonly options: readonly string[];
  readonly answer: string;
}

const general: readonly QuizExample[] = [
  { text: "Which planet is closest to the sun?", options: ["Mercury", "Venus", "Earth", "Mars"], answer: "Mercury" },
  { text: "How many sides does a hexagon have?", options: ["Five", "Six", "Seven", "Eight"], answer: "Six" },
  { text: "What is the capital of Japan?", options: ["Osaka", "Kyoto", "Tokyo", "Nagoya"], answer: "Tokyo" },
  {
    text: "Which gas do plants take in?",
    options: ["Oxygen", "Carbon dioxide", "Helium", "Neon"],
    answer: "Carbon dioxide",
  },
  {
    text: "Who painted the Mona Lisa?",
    options: ["Raphael", "Titian", "Leonardo da Vinci", "Botticelli"],
    answer: "Leonardo da Vinci",
  },
  { text: "Which ocean is the largest?", options: ["Atlantic", "Indian", "Arctic", "Pacific"], answer: "Pacific" },
  { text: "What is 7 times 8?", options: ["54", "56", "58", "64"], answer: "56" },
  {
    text: "Which metal is liquid at room temperature?",
    options: ["Mercury", "Iron", "Copper", "Tin"],
    answer: "Mercury",
  },
];

const geography: readonly QuizExample[] = [
  {
    text: "What is the capital of Australia?",
    options: ["Sydney", "Canberra", "Melbourne", "Perth"],
    answer: "Canberra",
  },
  {
    text: "Which river flows through Vienna, Budapest and Belgrade?",
    options: ["Rhine", "Elbe", "Danube", "Oder"],
    answer: "Danube",
  },
  { text: "Which ocean is the largest?", options: ["Atlantic", "Indian", "Arctic", "Pacific"], answer: "Pacific" },
  {
    text: "On which continent is the Atacama Desert?",
    options: ["Africa", "South America", "Asia", "Australia"],
    answer: "South America",
  },
  {
    text: "Which country has the most inhabitants per square kilometre?",
    options: ["Monaco", "Malta", "Japan", "Belgium"],
    answer: "Monaco",
  },
  {
    text: "What is the highest mountain of Africa?",
    options: ["Mount Kenya", "Toubkal", "Kilimanjaro", "Ras Dashen"],
    answer: "Kilimanjaro",
  },
  {
    text: "Which two countries share the longest border?",
    options: ["Russia and China", "Canada and the United States", "Chile and Argentina", "India and Bangladesh"],
    answer: "Canada and the United States",
  },
  {
    text: "Which sea lies between Italy and Croatia?",
    options: ["Aegean", "Adriatic", "Ionian", "Tyrrhenian"],
    answer: "Adriatic",
  },
];

const history: readonly QuizExample[] = [
  { text: "In which year did the Berlin Wall fall?", options: ["1987", "1989", "1991", "1993"], answer: "1989" },
  {
    text: "Which ship first sailed around the world?",
    options: ["Santa María", "Victoria", "Endeavour", "Beagle"],
    answer: "Victoria",
  },
  {
    text: "Who was the first person on the moon?",
    options: ["Buzz Aldrin", "Yuri Gagarin", "Neil Armstrong", "Alan Shepard"],
    answer: "Neil Armstrong",
  },
  { text: "Which empire built Machu Picchu?", options: ["Aztec", "Inca", "Maya", "Olmec"], answer: "Inca" },
  {
    text: "Where were the first modern Olympic Games held?",
    options: ["Athens", "Paris", "London", "Rome"],
    answer: "Athens",
  },
  {
    text: "Who printed the first large book in Europe with movable type?",
    options: ["Caxton", "Gutenberg", "Manutius", "Fust"],
    answer: "Gutenberg",
  },
  {
    text: "Which city was called Constantinople until 1930?",
    options: ["Ankara", "Istanbul", "Izmir", "Thessaloniki"],
    answer: "Istanbul",
  },
  {
    text: "What did the Rosetta Stone help to read?",
    options: ["Cuneiform", "Hieroglyphs", "Linear B", "Runes"],
    answer: "Hieroglyphs",
  },
];

const subjects: readonly (readonly [RegExp, readonly QuizExample[]])[] = [
  [/geograph|capitals|countries/i, geography],
  [/\bhistor(?:y|ical)\b/i, history],
];

/** `about`: the name and the summary of the app. */
export const quizExamples = (about: string): readonly QuizExample[] =>
  subjects.find(([pattern]) => pattern.test(about))?.[1] ?? general;
