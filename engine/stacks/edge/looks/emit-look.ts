// The files that follow from the preset: the shell, and src/client/look.css with its type, corners and shadows.
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import type { PresetId } from "#engine/prd/schema.ts";
import { emitShell } from "../shell/emit-shell.ts";
import { shellParts } from "../shell/shell-parts.ts";
import { emitCards } from "./emit-cards.ts";
import { looks } from "./presets.ts";
import { emitSite, resolveSite, type Site } from "./emit-site.ts";
import { template } from "./template.generated.ts";

const sitePresets: readonly PresetId[] = ["marketing", "editorial", "storefront"];

export function emitLookCss(preset: PresetId): string {
  const look = looks[preset];
  return `/* The look of this app beside its colours: type, corners and shadows. */
@theme {
  --font-sans: ${look.body};
  --radius-lg: ${look.control};
  --radius-xl: ${look.panel};
  --shadow-xs: ${look.shadow};
}

@layer base {
  html {
    font-size: ${look.size};
  }

  h1,
  h2,
  h3,
  .heading {
    font-family: ${look.heading};
  }
}
`;
}

function copy(folder: string, files: Map<string, string>): void {
  for (const [path, text] of Object.entries(template)) {
    if (path.startsWith(`${folder}/`)) files.set(path.slice(folder.length + 1), text);
  }
}

/** What visitors see, when the preset is a site and there is something to show. */
export const siteOf = (app: ResolvedApp): Site | undefined =>
  sitePresets.includes(app.prd.theme.preset ?? "sidebar") ? resolveSite(app) : undefined;

/** Text of a file that belongs to public sites. */
export const siteFile = (path: string): string | undefined => template[`site/${path}`];

/** The shell of the preset and, for a site, its public pages; writes over files of the scaffold where they have another. */
export function emitLook(app: ResolvedApp, scaffold: ReadonlyMap<string, string>): Map<string, string> {
  const files = new Map<string, string>();
  const wished = app.prd.theme.preset ?? "sidebar";
  const site = siteOf(app);
  // A site with nothing to show visitors is better off as a tool.
  const preset = sitePresets.includes(wished) && !site ? "topbar" : wished;
  files.set("src/client/look.css", emitLookCss(preset));
  const parts = shellParts({ app, isSite: site !== undefined });
  for (const [path, text] of emitShell(parts, site ? "/manage" : "/")) files.set(path, text);
  if (!site) {
    copy(preset, files);
    return files;
  }
  copy("sidebar", files);
  copy("site", files);
  copy(`site-${preset}`, files);
  files.set("src/shared/site.ts", emitSite(site));
  const kinds = site.collections.map(({ kind }) => kind);
  files.set("src/client/site/cards/kinds.ts", emitCards(kinds, preset !== "storefront"));
  const mount = '  app.route("/", resources);\n';
  const server = scaffold.get("src/server/app.ts") ?? "";
  if (!server.includes(mount))
    throw new Error("src/server/app.ts of the edge template no longer mounts its resources.");
  files.set(
    "src/server/app.ts",
    server
      .replace(mount, `  app.route("/", sitemap);\n${mount}`)
      .replace(
        'import { resources } from "./routes.ts";\n',
        (line) => `${line}import { sitemap } from "./sitemap.ts";\n`,
      ),
  );
  files.set("public/robots.txt", "User-agent: *\nAllow: /api/sitemap.xml\nDisallow: /api/\nDisallow: /manage\n");
  return files;
}
