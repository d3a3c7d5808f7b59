// What a prompt asks for and nothing here is built for, by name: it stands in the plan under what is out of scope, and on the
// app's page about itself. The records it would need are planned nevertheless.
import { finerSenses } from "./capabilities/figures.ts";
import { findSense, type PlainClause, type Sense } from "./capabilities/senses.ts";

interface Unbuilt {
  readonly senses: readonly Sense[];
  readonly says: string;
}

const playing = ["play", "game", "player", "move", "board", "table", "online", "round", "puzzle"];

const unbuilt: readonly Unbuilt[] = [
  {
    senses: [
      {
        any: [
          "chess",
          "checker",
          "backgammon",
          "go game",
          "othello",
          "sudoku",
          "crossword",
          "solitaire",
          "minesweeper",
          "tetris",
          "hangman",
          "scrabble",
        ],
        with: playing,
      },
      { any: ["poker", "blackjack", "texas hold'em", "roulette", "slot machine", "bingo", "ludo", "monopoly"] },
    ],
    says: "Playing the game itself: its rules, its board and an opponent are not built; games, players and results are kept.",
  },
  {
    senses: [
      {
        any: [
          "typing speed",
          "typing test",
          "word game",
          "word puzzle",
          "unjumble",
          "anagram",
          "sorting game",
          "sort waste",
          "racing game",
          "platformer",
          "shooter",
        ],
      },
    ],
    says: "The game itself: its play is not built; what it would need and what comes out of it is kept.",
  },
  {
    senses: [
      {
        any: ["drag and drop", "canvas", "diagram", "flowchart", "mind map", "whiteboard", "drawing"],
        with: ["editor", "edit", "draw", "shape", "element", "create", "maker", "creating", "editing", "arrange"],
      },
    ],
    says: "Drawing on a canvas: shapes are not dragged or connected; diagrams and their elements are records.",
  },
  {
    senses: [
      {
        any: ["survey builder", "form builder", "questionnaire builder", "custom form", "build survey", "create form"],
      },
    ],
    says: "Composing forms of one's own: questions, choices and answers are records with fixed fields.",
  },
  {
    senses: [
      {
        any: [
          "resume builder",
          "cv builder",
          "document generator",
          "certificate generator",
          "invoice generator",
          "contract generator",
          "generate invoice",
          "generate contract",
          "document template",
        ],
      },
    ],
    says: "Filling document templates: a record's page prints well, and the browser saves it as PDF.",
  },
  {
    senses: [
      {
        any: [
          "code editor",
          "html editor",
          "syntax highlighting",
          "code editing",
          "live preview",
          "compiler",
          "rich text editor",
        ],
      },
    ],
    says: "An editor with highlighting and preview: texts are written in plain inputs; Markdown is shown formatted where a text has it.",
  },
  {
    senses: [
      {
        any: [
          "identify",
          "image recognition",
          "face recognition",
          "ocr",
          "speech recognition",
          "voice recognition",
          "scan photo",
        ],
        with: ["plant", "photo", "image", "picture", "face", "voice", "speech", "text", "object", "recognition", "ocr"],
      },
    ],
    says: "Recognising what is in pictures or speech.",
  },
  {
    senses: [
      { any: ["live stream", "livestream", "live streaming", "video streaming", "screen sharing", "voice call"] },
    ],
    says: "Streaming video or sound; links to it are kept.",
  },
  {
    senses: [
      {
        any: ["gps", "turn by turn", "nearby", "current location"],
        with: ["location", "track", "map", "route", "nearby", "vehicle", "restaurant", "store", "place"],
      },
    ],
    says: "Knowing where someone is: places are found by what is written in their records.",
  },
  {
    senses: finerSenses,
    says: "Figures by week or hour, and such as compare two dates or two counts: charts go by month, and count, add up or average one field.",
  },
  {
    senses: [
      {
        any: ["predict", "prediction", "forecast", "machine learning", "artificial intelligence", "ai powered"],
        without: ["weather forecast"],
      },
    ],
    says: "Predicting or learning from data: predictions are records that people write.",
  },
];

export const readUnbuilt = (clauses: readonly PlainClause[]): string[] =>
  unbuilt.filter(({ senses }) => findSense(clauses, senses) !== null).map(({ says }) => says);
