// What accounts say when they refuse something. Another language translates it as the part "server-access".
import { inSentence } from "../../shared/in-sentence.ts";
import { formatCount } from "../../shared/locale.ts";
import { part } from "../../shared/say.ts";

interface Named {
  readonly label: string;
  readonly pluralLabel: string;
}

const many = (model: Named): string => inSentence(model.pluralLabel);

export const words = part("server-access", {
  // Who may what
  signInFirst: "Sign in first.",
  notByKey: "An API key cannot do this. Sign in with a browser.",
  adminsOnly: "Only administrators may do this.",
  mayNot: {
    read: (model: Named) => `You may not see ${many(model)}.`,
    create: (model: Named) => `You may not add ${many(model)}.`,
    update: (model: Named) => `You may not change ${many(model)}.`,
    delete: (model: Named) => `You may not delete ${many(model)}.`,
    purge: (model: Named) => `You may not delete ${many(model)}.`,
  },
  ownAlone: {
    read: (model: Named) => `You may see your own ${many(model)} alone, and this one is not yours.`,
    create: (model: Named) => `You may add your own ${many(model)} alone, and this one is not yours.`,
    update: (model: Named) => `You may change your own ${many(model)} alone, and this one is not yours.`,
    delete: (model: Named) => `You may delete your own ${many(model)} alone, and this one is not yours.`,
    purge: (model: Named) => `You may delete your own ${many(model)} alone, and this one is not yours.`,
  },
  takesAlong: (model: Named) => `This would delete ${many(model)} as well, which you may not delete.`,
  noSuchRecords: "There are no such records.",
  mayNotHandOver: "Only who may change every record may hand one over.",
  noPerson: "There is no such person.",
  choosePerson: "Choose a person.",
  anotherRecord: "another record",

  // Signing in and up
  wrongSignIn: "The e-mail address or the password is wrong.",
  noExample: "There is no such example person.",
  tooManyAttempts: (minutes: number) =>
    minutes === 1 ? "Too many attempts. Try again in a minute." : `Too many attempts. Try again in ${minutes} minutes.`,
  linkExpired: "This link was used already, or it has expired. Ask for a new one.",
  linkUsed: "This link was used already.",
  emailRefused: "This e-mail address cannot be used.",
  emailRefusedSignIn: "This e-mail address cannot be used. If it is yours, sign in instead.",
  byInvitation: "Accounts are made by invitation. Ask an administrator for one.",
  anotherProgram: "Another program",

  // One's own account
  enterName: "Enter a name.",
  enterPassword: "Enter a password.",
  enterYourPassword: "Enter your password.",
  wrongPassword: "This is not your password.",
  atLeast: (least: number) => `Use at least ${formatCount(least)} characters.`,
  moreDifferent: "Use more different characters.",

  // Users, roles, keys
  noAccount: "There is no such account.",
  noRole: "There is no such role.",
  lastAdmin: "This is the last administrator. Make somebody else one first.",
  emailTaken: "Somebody has this e-mail address already.",
  needsNoLink: "Only active accounts of real people need a link.",
  ownAccountFirst: "Make an account of your own and sign in with it first.",
  examplePeople: "Example people",
  unknownKey: "This API key is not known or was revoked.",
  noKey: "There is no such key.",
  roleTooHigh: "A key cannot have a role that you do not have.",
  tooManyKeys: (most: number) => `You have ${formatCount(most)} keys. Revoke one first.`,
});
