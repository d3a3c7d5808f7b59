// Runs inside the page that is driven (see page-facts.ts): plain JavaScript, self-contained, returns JSON.
(() => {
  const isShown = (element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return box.width > 0 && box.height > 0 && style.visibility !== "hidden" && style.display !== "none";
  };
  const textOf = (element) =>
    (element.getAttribute("aria-label") || element.innerText || element.textContent || "").trim().replace(/\s+/g, " ");
  const labelOf = (control) => {
    const named = (control.getAttribute("aria-labelledby") || "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent || "")
      .join(" ")
      .trim();
    const label = control.labels && control.labels[0] ? control.labels[0].textContent : "";
    return (
      named ||
      control.getAttribute("aria-label") ||
      label ||
      control.getAttribute("placeholder") ||
      control.name ||
      ""
    )
      .trim()
      .replace(/\s+/g, " ");
  };
  const controls = (root) =>
    [...root.querySelectorAll("input, select, textarea")].filter(
      (control) => control.type !== "hidden" && (isShown(control) || control.type === "file"),
    );
  const links = [...document.querySelectorAll("a[href]")].map((link) => ({
    text: textOf(link).slice(0, 80),
    href: link.href,
    // A page's own heading and bread crumbs are no navigation of the app.
    inNavigation:
      link.closest("nav, header, aside, footer, [role=navigation]") !== null && link.closest("main") === null,
    inMenu: link.closest("nav, [role=navigation]") !== null && link.closest("main") === null,
    isShown: isShown(link),
  }));
  const heading = document.querySelector("main h1") || document.querySelector("h1");
  const main = document.querySelector("main") || document.body;
  const chart = [
    ...document.querySelectorAll("canvas, svg[role=img], figure svg, [data-chart] svg, .recharts-surface"),
  ].some((element) => element.getBoundingClientRect().width >= 120);
  const rows = document.querySelectorAll(
    "main tbody tr, main [role=row], main li article, main article, main ul > li > a",
  ).length;
  return {
    url: location.href,
    title: heading ? textOf(heading) : document.title,
    text: (main.innerText || "").slice(0, 20000),
    // What is written in inputs is read by people too.
    labels: controls(main)
      .map(labelOf)
      .filter((label) => label !== ""),
    buttons: [...main.querySelectorAll("button, [role=button], input[type=submit]")].filter(isShown).map(textOf),
    links,
    forms: [...document.querySelectorAll("main form, body > form, form")].filter(
      (form) => form.getAttribute("role") !== "search" && controls(form).length > 0,
    ).length,
    hasSearch: [...document.querySelectorAll("input[type=search], [role=searchbox], input")].some(
      (input) => isShown(input) && (input.type === "search" || /\bsearch|find\b/i.test(labelOf(input))),
    ),
    selects: [...main.querySelectorAll("select")].filter(isShown).length,
    images: [...main.querySelectorAll("img, picture, svg[role=img]")].filter(isShown).length,
    hasChart: chart,
    rows,
    width: document.documentElement.scrollWidth,
  };
})();
