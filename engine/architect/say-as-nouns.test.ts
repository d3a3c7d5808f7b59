import { describe, expect, it } from "vitest";
import { planFromPrompt } from "./architect.ts";
import { sayAsNouns } from "./say-as-nouns.ts";

describe("a question about a thing", () => {
  it.each([
    ["repairs: which bike, who owns it", "repairs: the bike, owner"],
    ["repairs with bike, what's wrong, and if it is paid", "repairs with bike, problem, and whether paid"],
    ["to know who lives where, when the contract ends", "to know tenant, contract end date"],
    ["tenants, what rent they pay, paid y/n", "tenants, rent, whether paid"],
    ["loans: who has it, when it is due back, what condition it's in", "loans: holder, due date, condition"],
    [
      "orders: what cake, when it is picked up, how many people it is for",
      "orders: cake, picked up on, number of people",
    ],
    ["tasks (which room, what is broken, who fixes it, how urgent)", "tasks (the room, problem, fixed by, urgency)"],
    ["donations (what, how much, from whom)", "donations (description, amount, from)"],
    ["chores: what, who does it, how often, done", "chores: description, done by, frequency, done"],
    ["Per project we want budget and owner", "each project has budget and owner"],
    ["For every patient we note the diagnosis", "each patient has the diagnosis"],
    ["Entries consist of a date and a mood", "Entries has a date and a mood"],
    ["films, who picked it, when we saw it", "films, picked by, seen on"],
    ["samples, which experiment it belongs to, how much is left", "samples, experiment, remaining quantity"],
  ])("%s: %s", (asked, said) => {
    expect(sayAsNouns(asked)).toBe(said);
  });

  it.each([
    "A company which lists jobs and shows employers",
    "An app that tells me when to water each plant",
    "A site about what to do, where to stay and how to get there",
    "Our services, why choose us and who we are",
    "How many users can join?",
    "For every project there is a team",
    "Users can see which books we have",
  ])("%s: stays as it is", (sentence) => {
    expect(sayAsNouns(sentence)).toBe(sentence);
  });

  it("is quoted in the words of the prompt", () => {
    const result = planFromPrompt("Books with title. An app where I can see who is at home, and when they come back");
    expect(result.ok && result.prd.openQuestions.join()).toContain("when they come back");
  });
});
