// Accounts, and what people write to each other.
import type { Locator } from "playwright-core";
import type { DrivenApp } from "./driven-app.ts";
import { type DriveContext, type Driver, quotedIn } from "./drive-context.ts";
import { confirmation, createRecord, findForm, submitButton, submitForm } from "./drive-records.ts";
import { fillForm, freshWord } from "./fill-form.ts";
import { pagesAbout } from "./survey.ts";
import { failed, type Outcome, passed } from "./ui-check.ts";

const accountLink = {
  register: /\b(sign up|register|create (an )?account|join now)\b/i,
  "sign-in": /\b(sign in|log ?in)\b/i,
};
const leave = /\b(sign out|log ?out)\b/i;
const account = /\b(account|profile|user|signed in)\b/i;

/** What signs out; it may stand in a menu that has to be opened first. */
async function findLeave(app: DrivenApp): Promise<Locator | null> {
  const away = app.page
    .getByRole("button", { name: leave })
    .or(app.page.getByRole("link", { name: leave }))
    .or(app.page.getByRole("menuitem", { name: leave }))
    .first();
  if ((await away.count()) > 0) return away;
  const menu = app.page.getByRole("button", { name: account, expanded: false }).first();
  if ((await menu.count()) === 0) return null;
  await app.after(() => menu.click());
  return (await away.count()) > 0 ? away : null;
}

/** An app that shows nothing but its door: an example account is taken, as its preview offers. */
export async function enter(app: DrivenApp): Promise<boolean> {
  await app.goTo("/");
  if ((await app.page.locator("input[type=password]:visible").count()) === 0) return false;
  const example = app.page.getByRole("button", { name: /^(continue|sign in|enter) as\b/i }).first();
  if ((await example.count()) > 0) await app.after(() => example.click());
  return (await example.count()) === 0;
}

async function openAccountForm({ app }: DriveContext, kind: keyof typeof accountLink): Promise<boolean> {
  await app.goTo("/");
  const away = await findLeave(app);
  if (away !== null) await app.after(() => away.click().catch(() => undefined));
  for (const pattern of kind === "register"
    ? [accountLink.register, accountLink["sign-in"], accountLink.register]
    : [accountLink["sign-in"]]) {
    const door = app.page
      .getByRole("link", { name: pattern })
      .or(app.page.getByRole("button", { name: pattern }))
      .first();
    if ((await door.count()) > 0) await app.after(() => door.click().catch(() => undefined));
    if ((await app.page.locator("input[type=password]:visible").count()) > 0 && pattern === accountLink[kind])
      return true;
  }
  return (await app.page.locator("input[type=password]:visible").count()) > 0;
}

/** Each app is driven by one visitor, who registers at most once. */
const visitors = new WeakMap<object, string>();

async function register(context: DriveContext): Promise<Outcome> {
  if (!(await openAccountForm(context, "register"))) return failed("nothing offers an account");
  const form = context.app.page.locator("form:has(input[type=password])").first();
  const word = freshWord();
  const { problem } = await submitForm(context.app, form, word);
  if (problem !== null) return failed(`registering: ${problem}`);
  visitors.set(context.app, word);
  return passed("an account is made and the visitor is in");
}

export const driveRegister: Driver = register;

export const driveSignIn: Driver = async (context) => {
  const isWrong = /\b(invalid|incorrect|wrong|error)\b/i.test(context.check.task);
  if (!isWrong && !visitors.has(context.app)) {
    const made = await register(context);
    if (made.verdict !== "passed") return made;
  }
  if (!(await openAccountForm(context, "sign-in"))) return failed("nothing offers to sign in");
  const { app } = context;
  const form = app.page.locator("form:has(input[type=password])").first();
  await fillForm(app.page, form, isWrong ? freshWord() : (visitors.get(app) ?? freshWord()));
  const facts = await app.after(() => submitButton(form).click());
  const isIn =
    (await findLeave(app)) !== null || (await app.page.locator("input[type=password]:visible").count()) === 0;
  if (isWrong)
    return !isIn &&
      /\b(wrong|incorrect|invalid|not match|does not|unknown|no account)\b/i.test(
        await app.page.locator("body").innerText(),
      )
      ? passed("a wrong password is refused in words")
      : failed("a wrong password gives no clear message");
  return isIn ? passed(`signed in, at ${facts.title}`) : failed("the account that was just made is not let in");
};

export const driveSignOut: Driver = async (context) => {
  const made = visitors.has(context.app) ? passed("") : await register(context);
  if (made.verdict !== "passed") return made;
  const { app } = context;
  await app.goTo("/");
  const away = await findLeave(app);
  if (away === null) return failed("nothing offers to sign out");
  await app.after(() => away.click());
  return (await app.page.getByText(accountLink["sign-in"]).count()) > 0 ||
    (await app.page.locator("input[type=password]:visible").count()) > 0
    ? passed("signed out")
    : failed("signing out leaves the visitor in");
};

export const driveContact: Driver = (context) =>
  createRecord(
    { ...context, topic: ["contact", ...context.topic.filter((word) => word !== "contact")] },
    { demand: /\b(contact|get in touch|write to us|message)/i, isPrivate: true },
  );

/** A message is typed and appears; where the task asks for an answer, one follows. */
export const driveChat: Driver = async ({ app, survey, topic, check }) => {
  const chatty = /\b(chat|conversations?|messages?|messenger|assistant|support)\b/i;
  const pages = pagesAbout(survey, ["chat", "message", "conversation", "support", ...topic], (page) =>
    chatty.test(`${page.title} ${page.linkText}`),
  );
  const needsAnswer =
    /\b(chatbot|bot|support)\b/i.test(check.task) ||
    /\b(respon[ds]\w*|repl(y|ies)|answers?)\b/i.test(check.expected_result);
  const message = `${quotedIn(check.task).at(-1) ?? "Hello, can you help me?"}`;
  let problem = "nothing can be written to";
  for (const page of pages.slice(0, 4)) {
    await app.goTo(page.url);
    const start = app.page
      .locator("main")
      .getByRole("button", { name: /^(start|open|new) (a )?(chat|conversation)/i })
      .first();
    if ((await start.count()) > 0) await app.after(() => start.click());
    const send = app.page.getByRole("button", { name: /^(send|ask|reply)/i }).last();
    if ((await send.count()) === 0) continue;
    const form = await findForm(app, ["message"]);
    const box = (form ?? app.page.locator("main"))
      .locator("textarea:visible, input[type=text]:visible, input:not([type]):visible")
      .last();
    if ((await box.count()) === 0) continue;
    if (form !== null) await fillForm(app.page, form);
    const before = await app.facts();
    await box.fill(message);
    const facts = await app.after(() => send.click());
    const log = facts.text;
    if (!log.includes(message) && !confirmation.test(log)) {
      problem = `${page.title}: what was sent does not appear`;
      continue;
    }
    if (needsAnswer && log.length < before.text.length + message.length + 20) {
      problem = `${page.title}: nobody answers`;
      continue;
    }
    return passed(`${page.title}: a message is sent${needsAnswer ? " and answered" : " and appears"}`);
  }
  return failed(problem);
};
