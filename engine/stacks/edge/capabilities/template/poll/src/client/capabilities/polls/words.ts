import { part } from "../../../shared/say.ts";

export const words = part("poll", {
  failed: "It did not work.",
  results: "Results",
  yourVote: "(your vote)",
  votesInTotal: (said: string, count: number) => `${said} ${count === 1 ? "vote" : "votes"} in total`,
  counted: "Thank you. Your vote has been counted.",
  notCounted: "Your vote could not be counted. Please try again.",
  noOptions: "This poll has no options yet.",
  yourChoice: "Your choice",
  votingHasEnded: "Voting has ended",
  vote: "Vote",
  voteAgain: "Vote again",
  loadingFailed: "Loading failed.",
  lead: "Choose an option and see how the others have voted.",
  noPollsYet: "No polls yet",
  pollsWillShow: "As soon as there is one, it can be voted on here.",
});
