// Into the cart, through the checkout; and bookings, which are records with a time.
import type { Driver } from "./drive-context.ts";
import { confirmation, createRecord, findForm } from "./drive-records.ts";
import { fillForm } from "./fill-form.ts";
import { pagesAbout } from "./survey.ts";
import { failed, passed } from "./ui-check.ts";

const adding = /\b(add to (cart|basket|bag)|buy( now)?|purchase|order now)\b/i;

export const drivePurchase: Driver = async ({ app, survey, topic }) => {
  const shops = pagesAbout(survey, [...topic, "shop"], (page) => page.buttons.some((name) => adding.test(name)));
  const shop = shops[0] ?? survey.pages.find((page) => page.buttons.some((name) => adding.test(name)));
  if (shop === undefined) return failed("nothing can be put into a cart");
  await app.goTo(shop.url);
  await app.after(() => app.page.getByRole("button", { name: adding }).first().click());
  const door = app.page.getByRole("link", { name: /\b(cart|basket|bag|checkout)\b/i }).first();
  if ((await door.count()) > 0) await app.after(() => door.click());
  const proceed = app.page
    .getByRole("link", { name: /checkout/i })
    .or(app.page.getByRole("button", { name: /^(proceed|go) to checkout/i }))
    .first();
  if ((await proceed.count()) > 0) await app.after(() => proceed.click().catch(() => undefined));
  const form = await findForm(app, ["name", "address", "email", "order"]);
  if (form === null) return failed("the cart has no form to order with");
  await fillForm(app.page, form);
  const order = app.page
    .getByRole("button", { name: /\b(place (the |your )?order|order now|pay|checkout|complete|confirm)\b/i })
    .last();
  if ((await order.count()) === 0) return failed("nothing places the order");
  const before = await app.facts();
  const facts = await app.after(() => order.click());
  if (facts.url === before.url && !confirmation.test(facts.text))
    return failed(
      `the order is not confirmed: ${(await app.page.locator("[role=alert]:visible").allInnerTexts()).join(" ").slice(0, 160)}`,
    );
  return confirmation.test(`${facts.title} ${facts.text}`)
    ? passed(`bought through "${shop.title}": ${facts.title}`)
    : failed(`after the order: "${facts.title}"`);
};

export const driveBooking: Driver = (context) =>
  createRecord(context, {
    demand:
      /\b(book\w*|reserv\w*|appointments?|schedul\w*|sessions?|rentals?|operations?|surger\w*|visits?|free times)\b/i,
  });
