// Runs before the first paint, as a file because the content security policy allows no inline script.
// The stored choice is written by lib/theme.ts.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem("nexusgen.theme");
  } catch {
    // Storage can be blocked; the system's scheme is then the best guess.
  }
  var dark = choice === "dark" || (choice !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  // Whoever is signed in goes on to the projects (routes/home.tsx), or sees the templates with what is their own: the page
  // as it was drawn for everybody need not flash by.
  try {
    if (["/", "/templates"].includes(location.pathname) && localStorage.getItem("nexusgen.signed-in") !== null)
      document.documentElement.dataset.returning = "";
  } catch {
    // Then it flashes.
  }
})();
