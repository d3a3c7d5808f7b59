import type { FamilyData } from "./family.ts";

export const quizzes: FamilyData = {
  id: "quizzes",
  title: "Quizzes and surveys",
  cues: [
    "quiz",
    "survey",
    "trivia",
    "questionnaire",
    "questionaire",
    "poll",
    "multiple choice",
    "leaderboard",
    "knowledge competition",
  ],
  core: ["Quiz", "Question", "Quiz Attempt"],
  audience: "People who answer, and people who ask.",
  entities: [
    {
      name: "Quiz",
      aliases: ["trivia quiz", "test quiz", "trivia", "word game", "activity page"],
      plural: "Quizzes",
      about: "A set of questions with right answers.",
      fields:
        "title*;description;category(General|Science|History|Sports|Other)=General;difficulty;time limit minutes:integer[0..];published:boolean=false",
      belongsTo: ["Course", "Category", "Contest"],
    },
    {
      name: "Question",
      aliases: ["quiz question", "survey question", "contest question", "trivia question"],
      about: "Something to answer.",
      fields:
        "text*:text;type(Single choice|Multiple choice|Text)=Single choice;options:longText;correct answer:text;points:integer[0..]=1;position",
      belongsTo: ["Quiz", "Survey", "Contest", "Questionnaire", "Exam"],
    },
    {
      name: "Quiz Attempt",
      aliases: [
        "attempt",
        "quiz result",
        "score",
        "ranking",
        "user score",
        "leaderboard",
        "leaderboard entry",
        "high score",
      ],
      about: "Someone's result.",
      fields: "player name*;score*:integer[0..];max score:integer[0..];started at;finished at",
      belongsTo: ["Quiz", "Contest", "Player", "Student", "Game"],
    },
    {
      name: "Survey",
      aliases: ["questionnaire", "feedback form"],
      about: "Questions without right answers.",
      fields: "title*;description;status(Draft|Open|Closed)=Draft;opens on:date;closes on:date",
      badges: [
        { label: "Closed", tone: "danger", field: "closes on", operator: "before-today", cues: ["closed", "expired"] },
      ],
    },
    {
      name: "Survey Response",
      aliases: ["response", "survey answer", "respondent", "form response", "survey result"],
      about: "Someone's answers.",
      fields: "respondent name*;email;answers:json;rating;comment;submitted at",
      belongsTo: ["Survey", "Question"],
    },
    {
      name: "Answer Option",
      aliases: ["answer choice", "answer option"],
      about: "An answer one can choose.",
      fields: "text*:text;correct:boolean=false;position",
      belongsTo: ["Question*"],
    },
    {
      name: "Contest",
      aliases: [
        "competition",
        "challenge",
        "knowledge contest",
        "trivia contest",
        "fishing contest",
        "tournament event",
      ],
      about: "A competition people join.",
      fields:
        "title*;description;starts at;ends at;location;max participants;prize:text;status(Upcoming|Open|Finished)=Upcoming;image",
    },
    {
      name: "Contest Entry",
      aliases: ["contest registration", "contest enrollment", "contestant", "contest participant", "contest result"],
      plural: "Contest Entries",
      about: "Someone's part in a contest.",
      fields: "participant name*;email;registered at;score:integer[0..];rank:integer[1..]",
      belongsTo: ["Contest*"],
    },
  ],
};
