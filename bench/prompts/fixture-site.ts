// A small plant nursery, rendered on the server, for the driver's own tests: each fault is one that a check has to find.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export const faults = [
  "dead-link",
  "console-error",
  "search-ignores-words",
  "filter-does-nothing",
  "accepts-nothing",
  "forgets-what-is-made",
  "forgets-changes",
  "keeps-deleted",
  "wrong-background",
  "wrong-components",
  "like-does-nothing",
  "comment-is-lost",
  "cart-cannot-order",
  "too-wide",
  "empty-about",
] as const;
export type Fault = (typeof faults)[number];

interface Plant {
  id: number;
  name: string;
  light: string;
  comments: string[];
  likes: number;
}

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export interface FixtureSite {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startFixtureSite(planted: readonly Fault[] = []): Promise<FixtureSite> {
  const has = (fault: Fault): boolean => planted.includes(fault);
  let plants: Plant[] = ["Monstera", "Calathea", "Sansevieria", "Pilea"].map((name, at) => ({
    id: at + 1,
    name,
    light: at % 2 === 0 ? "Shade" : "Sun",
    comments: [],
    likes: 0,
  }));
  let ordered = false;

  const layout = (
    title: string,
    body: string,
    status = "",
  ): string => `<!doctype html><html lang="en"><head><title>${title}</title>
<style>body { margin: 0; background: ${has("wrong-background") ? "#ffffff" : "honeydew"} } button { background: ${has("wrong-components") ? "#cc2200" : "darkolivegreen"}; color: #fff }
nav a { margin-right: 12px; color: #222 } ${has("too-wide") ? "main { width: 1100px }" : ""}</style></head><body>
<header><nav aria-label="Main"><a href="/">Home</a><a href="/plants">Plants</a><a href="/shop">Shop</a><a href="/about">About</a><a href="${has("dead-link") ? "/nowhere" : "/contact"}">Contact</a></nav></header>
<main><h1>${title}</h1>${status === "" ? "" : `<p role="status">${status}</p>`}${body}</main>
${has("console-error") ? '<script>console.error("planted")</script>' : ""}</body></html>`;

  const plantForm = (plant: Plant | null): string => `<form method="post" novalidate>
<label>Name <input name="name" value="${escape(plant?.name ?? "")}"></label>
<label>Light <select name="light"><option value="">Choose</option><option>Shade</option><option>Sun</option></select></label>
<button type="submit">Save plant</button></form>`;

  const list = (query: URLSearchParams): string => {
    const words = has("search-ignores-words") ? "" : (query.get("q") ?? "").toLowerCase();
    const light = has("filter-does-nothing") ? "" : (query.get("light") ?? "");
    const shown = plants.filter(
      (plant) => plant.name.toLowerCase().includes(words) && (light === "" || plant.light === light),
    );
    return `<form role="search"><input type="search" name="q" aria-label="Search plants"><select name="light" aria-label="Light"${has("filter-does-nothing") ? "" : ' onchange="this.form.submit()"'}><option value="">All</option><option>Shade</option><option>Sun</option></select><button>Search</button></form>
<a href="/plants/new">New plant</a>
${shown.length === 0 ? "<p>No plants match.</p>" : `<table><tbody>${shown.map((plant) => `<tr><td><a href="/plants/${plant.id}">${escape(plant.name)}</a></td><td>${plant.light}</td></tr>`).join("")}</tbody></table>`}`;
  };

  const detail = (
    plant: Plant,
  ): string => `<p>A house plant that likes ${plant.light.toLowerCase()}, watered once a week, with leaves that grow large when it stands well. Sold in a clay pot, with a note on its care.</p>
<a href="/plants/${plant.id}/edit">Edit</a>
<form method="post" action="/plants/${plant.id}/delete"><button>Delete</button></form>
<button type="button" aria-pressed="false" ${has("like-does-nothing") ? "" : "onclick=\"this.setAttribute('aria-pressed', 'true')\""}>Like</button>
<ul>${plant.comments.map((comment) => `<li>${escape(comment)}</li>`).join("")}</ul>
<form method="post" action="/plants/${plant.id}/comments"><label>Comment <textarea name="comment"></textarea></label><button type="submit">Post comment</button></form>`;

  const shop = `<p>Everything that is in stock today.</p><button type="button" onclick="location.href='/cart'">Add to cart</button>`;
  const cart = `<form method="post" action="/cart"><label>Your name <input name="name"></label><label>Address <input name="address"></label><button type="${has("cart-cannot-order") ? "button" : "submit"}">Place order</button></form>`;
  const contact = `<form method="post" action="/contact"><label>Your name <input name="name"></label><label>E-mail <input name="email" type="email"></label><label>Message <textarea name="message"></textarea></label><button type="submit">Send message</button></form>`;
  const about = has("empty-about")
    ? ""
    : "<p>The nursery has grown house plants for thirty years, in two glass houses by the river, and its gardeners give advice on soil, light and water.</p>";

  const answer = (method: string, url: URL, body: URLSearchParams): { status?: number; to?: string; html?: string } => {
    const [, section = "", id = "", action = ""] = url.pathname.split("/");
    const plant = plants.find((each) => String(each.id) === id);
    const made = (title: string, status: string) => ({ html: layout(title, "", status) });
    if (section === "")
      return {
        html: layout("Leaf and Root", '<p>House plants, grown here.</p><button type="button">Say hello</button>'),
      };
    if (section === "about") return { html: layout("About the nursery", about) };
    if (section === "shop") return { html: layout("Shop", shop) };
    if (section === "contact")
      return method === "POST"
        ? made("Contact", "Thank you. Your message has arrived.")
        : { html: layout("Contact", contact) };
    if (section === "cart") {
      if (method === "POST") ordered = true;
      return ordered && method === "POST"
        ? made("Order placed", "Thank you. Your order is confirmed.")
        : { html: layout("Cart", cart) };
    }
    if (section === "plants" && id === "")
      return { html: layout("Plants", list(url.searchParams), url.searchParams.get("said") ?? "") };
    if (section === "plants" && id === "new") {
      if (method === "GET") return { html: layout("New plant", plantForm(null)) };
      const name = body.get("name") ?? "";
      if (name === "" && !has("accepts-nothing"))
        return { html: layout("New plant", `<p role="alert">The name is missing.</p>${plantForm(null)}`) };
      if (!has("forgets-what-is-made"))
        plants.push({ id: plants.length + 1, name, light: body.get("light") ?? "", comments: [], likes: 0 });
      return { to: "/plants?said=Plant+saved" };
    }
    if (section === "plants" && plant !== undefined) {
      if (action === "delete") {
        if (!has("keeps-deleted")) plants = plants.filter((each) => each !== plant);
        return { to: "/plants?said=Plant+deleted" };
      }
      if (action === "comments") {
        if (!has("comment-is-lost")) plant.comments.push(body.get("comment") ?? "");
        return { to: `/plants/${plant.id}` };
      }
      if (action === "edit" && method === "GET")
        return { html: layout(`Edit ${escape(plant.name)}`, plantForm(plant)) };
      if (action === "edit") {
        if (!has("forgets-changes")) plant.name = body.get("name") ?? plant.name;
        return { to: "/plants?said=Plant+saved" };
      }
      return { html: layout(escape(plant.name), detail(plant)) };
    }
    return { status: 404, html: layout("Not found", "<p>This page does not exist.</p>") };
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = new URLSearchParams(Buffer.concat(chunks).toString());
      const {
        status = 200,
        to,
        html = "",
      } = answer(request.method ?? "GET", new URL(request.url ?? "/", "http://fixture"), body);
      if (to === undefined) response.writeHead(status, { "content-type": "text/html; charset=utf-8" });
      else response.writeHead(303, { location: to });
      response.end(html);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
