import { useEffect } from "react";
import { appName } from "../../shared/app.ts";

/** Names the page for browsers, search engines and shared links. */
export function Seo({ title, description }: { title: string; description: string }) {
  const full = title === appName ? title : `${title} · ${appName}`;
  const short = description.replace(/\s+/g, " ").trim().slice(0, 160);
  useEffect(() => {
    const values = { 'name="description"': short, 'property="og:title"': full, 'property="og:description"': short };
    for (const [selector, value] of Object.entries(values)) {
      document.querySelector(`meta[${selector}]`)?.setAttribute("content", value);
    }
  }, [full, short]);
  return <title>{full}</title>;
}
