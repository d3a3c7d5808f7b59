// What the API says when it refuses something. Another language translates it as the part "server".
import { inSentence } from "../shared/in-sentence.ts";
import { formatCount } from "../shared/locale.ts";
import { part } from "../shared/say.ts";

interface Named {
  readonly label: string;
  readonly pluralLabel: string;
}

export const words = part("server", {
  // Any request
  sendObject: "Send a JSON object.",
  invalid: "Some values are missing or not valid.",
  nothingAt: (path: string) => `There is nothing at ${path}.`,
  otherSite: "Requests from other sites are refused.",
  largeBody: "This is too large. Send at most 2 MB at a time.",
  ourFault: "Something went wrong on our side. Please try again.",

  // Records
  missing: (model: Named) => `This ${inSentence(model.label)} does not exist. It may have been deleted.`,
  noLonger: (model: Named) => `This ${inSentence(model.label)} does not exist any more.`,
  noRecord: "This record does not exist.",
  noField: "There is no such field.",
  taken: (model: Named, label: string) => `Another ${inSentence(model.label)} has this ${inSentence(label)} already.`,
  changedMeanwhile: (model: Named) => `Somebody changed this ${inSentence(model.label)} meanwhile.`,
  noRelationship: (model: Named) => `There is no such relationship of ${inSentence(model.pluralLabel)}.`,
  notStored: "It could not be stored. Please try again.",
  batchOf: (most: number) => `Send a list of 1 to ${formatCount(most)} records as "create".`,
  restoreFirst: (label: string) => `Restore its ${inSentence(label)} first, which is in the trash too.`,
  notInTrash: (model: Named) => `This ${inSentence(model.label)} is not in the trash any more.`,

  // Files
  noHolder: "Nothing in this app holds such a file.",
  noRoom: "The space for files is used up. Delete some, or link to a web address.",
  emptyFile: "The file is empty.",
  largeFile: "Send at most 10 MB a file.",
  noPicture: "This is no picture. Choose a PNG, JPEG, GIF, WebP or AVIF file.",
  noFile: "There is no such file.",

  // Webhooks
  enterAddress: "Enter the address.",
  hookSuchAs: "Enter a web address such as https://example.com/hook.",
  noCredentials: "Leave the name and the password out of the address.",
  httpsOnly: "The address has to begin with https://.",
  noVersion6: "Use a name rather than an IPv6 address.",
  privateAddress: "This address is private. The app calls public addresses only.",
  chooseEvent: "Choose at least one event.",
  noEvent: "There is no such event.",
  noWebhook: "There is no such webhook.",
  noDelivery: "There is no such delivery.",
  tooManyWebhooks: (most: number) => `There may be at most ${formatCount(most)} webhooks. Delete one first.`,
  sendChange: "Send url, events or isOn.",
  itAnswered: (status: number) => `It answered ${status}.`,
  previewCannotCall: "Previews cannot call other addresses. Deployed, the app can.",
  noAnswer: "It did not answer within 10 seconds.",
  notReached: "It could not be reached.",
});
