import type { FamilyData } from "./family.ts";

export const library: FamilyData = {
  id: "library",
  title: "Library and reading",
  cues: [
    "library",
    "book",
    "reading",
    "bookshelf",
    "borrow",
    "lend",
    "isbn",
    "book club",
    "reading list",
    "bookstore",
    "bookshop",
  ],
  core: ["Book", "Author", "Member", "Loan"],
  audience: "Readers and librarians.",
  entities: [
    {
      name: "Book",
      aliases: ["novel", "ebook", "e-book", "textbook", "comic"],
      about: "A book.",
      fields:
        "title*;isbn!;genre(Fiction|Non-fiction|Science fiction|Mystery|Biography|Other)=Fiction;published year:integer;pages;copies:integer[0..]=1;cover image;description",
      belongsTo: ["Author", "Publisher", "Shelf", "Genre"],
      badges: [
        {
          label: "None left",
          tone: "warning",
          field: "copies",
          operator: "<=",
          value: 0,
          cues: ["out of stock", "none left", "unavailable", "not available"],
        },
      ],
    },
    {
      name: "Author",
      aliases: ["writer", "book author"],
      about: "Who wrote a book.",
      fields: "name*;bio;birthday;nationality;photo;website",
    },
    {
      name: "Member",
      aliases: ["library member", "borrower", "reader", "patron"],
      about: "Someone who borrows.",
      fields: "name*;email!;phone;membership number!;address;joined on:date;status(Active|Suspended|Left)=Active",
    },
    {
      name: "Loan",
      aliases: ["borrowing", "checkout", "book loan", "borrowed book", "lending", "borrow record"],
      about: "What is lent, to whom and until when.",
      fields:
        "reference*!;borrowed by;borrowed on*:date;due date*;returned on:date;status(On loan|Returned|Lost)=On loan;fine:money[0..]",
      belongsTo: ["Book*", "Member*", "Tool*", "Equipment*", "Museum Object*", "Movie", "Album", "Instrument*"],
      badges: [
        {
          label: "Overdue",
          tone: "danger",
          field: "due date",
          operator: "before-today",
          cues: ["overdue", "late", "past due"],
        },
      ],
    },
    {
      name: "Hold",
      aliases: ["book reservation", "book hold"],
      about: "Someone waits for a book.",
      fields: "reference*!;placed on:date;status(Waiting|Ready|Collected|Cancelled)=Waiting;expires on:date",
      belongsTo: ["Book*", "Member*"],
    },
    { name: "Publisher", about: "Who publishes.", fields: "name*!;website;country;email" },
    {
      name: "Shelf",
      aliases: ["bookshelf"],
      plural: "Shelves",
      about: "Where books stand.",
      fields: "name*!;location;description",
    },
    { name: "Genre", about: "A kind of work.", fields: "name*!;description", shared: true },
    {
      name: "Reading Session",
      aliases: ["reading log", "reading progress", "reading history"],
      about: "Time spent reading.",
      fields: "note*:text;date*;pages read:integer[0..];minutes:integer[0..]",
      belongsTo: ["Book", "Article"],
    },
  ],
};
