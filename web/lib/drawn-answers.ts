// Answers of the API that a page was drawn from while the web app was built. They stand in its HTML, so that the browser
// takes over the same page and asks for none of it again.
import type { QueryClient, QueryKey } from "@tanstack/react-query";

const place = "drawn-answers";

/** The element that holds them. */
export function keepAnswers(answers: readonly (readonly [QueryKey, unknown])[]): string {
  // Data for no script to run; "<" could end it.
  return `<script type="application/json" id="${place}">${JSON.stringify(answers).replaceAll("<", "\\u003c")}</script>`;
}

export function takeAnswers(page: Document, client: QueryClient): void {
  const text = page.getElementById(place)?.textContent;
  if (text == null || text === "") return;
  for (const [key, answer] of JSON.parse(text) as [QueryKey, unknown][]) client.setQueryData(key, answer);
}
