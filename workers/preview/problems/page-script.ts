// What a page of a watched app runs first: it tells of errors that nobody caught, of those that a boundary caught and
// logged, and of requests to its own server that failed. It reads no storage and no field but to take out of a message
// what somebody typed there; the server scrubs everything once more.

export const reservedPaths = { script: "/__nexus/report.js", reports: "/__nexus/reports" } as const;

/** Names the version that a page was loaded from, so that a page left open speaks for the right one. */
export const revisionMark = (revision: string): string => revision.slice(0, 12);

export const pageScript = `(() => {
const ask = fetch, log = console.error, said = {}, revision = new URL(document.currentScript.src).searchParams.get("v");
let left = 0, since = 0, click;
const clean = (text) => {
  for (const { value, type } of document.querySelectorAll("input,textarea"))
    if (value.length > 2 && !/^(checkbox|radio|button|submit)$/.test(type)) text = text.split(value).join("\\u2026");
  return text;
};
const say = (kind, text, more) => {
  const now = Date.now();
  if (now - since > 6e4) since = now, left = 10;
  // What is thrown is often logged or rejected as well.
  if (left < 1 || now - said[text] < 1e3) return;
  said[text] = now;
  left--;
  ask("${reservedPaths.reports}", { method: "POST", keepalive: true, headers: { "content-type": "application/json" },
    body: JSON.stringify({ revision, kind, page: location.pathname.slice(0, 300), text: text.slice(0, 600), ...more,
      clicked: now - click?.at < 1e4 ? click.on : undefined }) }).catch(() => {});
};
const tell = (kind, error) => {
  if (!(error instanceof Error)) return say(kind, "Something was thrown that is no error: " + typeof error);
  const { name, message, stack } = error;
  if (name != "AbortError" && !/^(Failed to fetch|Load failed|NetworkError)/.test(message))
    say(kind, name + ": " + clean(message), { stack: clean(stack || "").slice(0, 2e3) });
};
addEventListener("error", ({ error }) => error && tell("exception", error));
addEventListener("unhandledrejection", ({ reason }) => tell("rejection", reason));
addEventListener("pagehide", () => { since = Date.now(), left = 0; });
console.error = (...parts) => {
  const error = parts.find((part) => part instanceof Error);
  if (error) tell("console", error);
  log.apply(console, parts);
};
window.fetch = function (input, init) {
  const answer = ask.apply(this, arguments);
  try {
    const { origin, pathname: path } = new URL(input.url || input, location);
    const request = { method: (init?.method || input.method || "GET").toUpperCase(), path: path.slice(0, 300) };
    const text = request.method + " " + path;
    if (origin == location.origin) answer.then(
      ({ status }) => status > 499 && status != 503 && say("response", status + " " + text, { request }),
      ({ name }) => name != "AbortError" && navigator.onLine && say("request", text + " got no answer", { request }));
  } catch {}
  return answer;
};
addEventListener("click", ({ target }) => {
  const on = target.closest?.("a,button,summary,[role=button],[role=tab],[role=menuitem]");
  if (!on) return;
  // Names of records are somebody's; words of the app are not.
  const own = on.closest("nav,header,form,dialog,[role=menu],[role=tablist]") || !on.closest("tr,li,article,[role=row]");
  const named = own && !on.ariaHasPopup && !/\\d/.test(on.pathname || "");
  click = { at: Date.now(), on: { what: on.matches("a") ? "link" : "button",
    name: named ? (on.ariaLabel || on.innerText || "").trim().split("\\n")[0].slice(0, 60) : undefined } };
}, true);
})();
`;
