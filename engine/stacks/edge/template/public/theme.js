// Runs before the first paint, so that nobody sees the wrong scheme flash by.
(() => {
  let stored = null;
  try {
    stored = localStorage.getItem("scheme");
  } catch {
    // Storage may be blocked; the default then holds.
  }
  const scheme = stored ?? document.documentElement.dataset.scheme;
  const dark = scheme === "dark" || (scheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.classList.toggle("dark", dark);
})();
