import { expect, it } from "vitest";
import type { PrdField, PrdModel } from "#engine/prd/schema.ts";
import { applyOrderWishes } from "./read-order.ts";

const field = (name: string, type: PrdField["type"], more: Partial<PrdField> = {}): PrdField => ({
  name,
  type,
  required: false,
  unique: false,
  ...more,
});
const models: PrdModel[] = [
  {
    name: "Book",
    fields: [
      field("title", "text"),
      field("author", "reference"),
      field("price", "money"),
      field("rating", "integer"),
      field("published on", "date"),
    ],
  },
  {
    name: "Task",
    fields: [
      field("name", "text"),
      field("due date", "date"),
      field("priority", "enum", { values: ["Low", "Medium", "High"] }),
    ],
  },
  { name: "Event", fields: [field("name", "text"), field("date", "dateTime"), field("seats", "integer")] },
];

const ordersOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    applyOrderWishes(text, models).models.flatMap(({ name, order }) =>
      order ? [[name, `${order.direction === "descending" ? "-" : ""}${order.field}`]] : [],
    ),
  );

it.each([
  ["Books are sorted by title.", { Book: "title" }],
  ["The list of books is sorted by price, highest first", { Book: "-price" }],
  ["Show the books in alphabetical order", { Book: "title" }],
  ["Sort tasks by due date", { Task: "due date" }],
  ["Tasks are ordered by priority", { Task: "-priority" }],
  ["events listed by date, latest first. Tasks alphabetically", { Event: "-date", Task: "name" }],
  ["Sort the tasks by due date and the events by number of seats descending", { Task: "due date", Event: "-seats" }],
  ["Show upcoming events in chronological order", { Event: "date" }],
  ["Books appear in reverse chronological order", { Book: "-published on" }],
  ["The newest books first", { Book: "-published on" }],
  ["the oldest task at the top", { Task: "createdAt" }],
  ["Show the cheapest books first", { Book: "price" }],
  ["Books ranked by rating", { Book: "-rating" }],
  ["The list starts with the books; highest rated books first", { Book: "-rating" }],
  ["Sorted by due date", { Task: "due date" }],
  ["List events by date", { Event: "date" }],
  ["A list of books, and a checklist ordered by deadline", { Task: "due date" }],
  ["Show the newest first", { Book: "-published on" }],
  ["Sort tasks by promised date", { Task: "due date" }],
  ["track tasks; list tasks by due", { Task: "due date" }],
  ["You can sort and filter books; by default they are sorted by price from high to low", { Book: "-price" }],
  ["Books sorted by name", { Book: "title" }],
])("reads %j", (text, expected) => {
  expect(ordersOf(text)).toEqual(expected);
});

it.each([
  "Users can sort books by price",
  "Sort books by price or rating",
  "Let people filter books, sorted by price",
  "Books with sorting and paging",
  "Customers order by phone",
  "Books are ordered by customers",
  "Books sorted by author",
  "Tasks have a first name and a last name",
  "Sort books by popularity",
  "the next event",
])("takes %j for something else", (text) => {
  expect(applyOrderWishes(text, models)).toEqual({ models, decisions: [] });
});

it("says what was decided", () => {
  const { decisions } = applyOrderWishes(
    "Sort books by price descending. Tasks by priority, sorted by priority",
    models,
  );
  expect(decisions.map(({ question, choice }) => `${question} ${choice}`)).toEqual([
    "How is the list of Books ordered at first? By price, largest first",
    "How is the list of Tasks ordered at first? By priority, High first",
  ]);
});
