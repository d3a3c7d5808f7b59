import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { siteOrigin } from "../lib/site-origin.ts";
import { theme } from "../lib/theme.ts";
import { about, appName, locale } from "../shared/app.ts";
import "../styles/styles.css";

/** Every page shows what the database holds at that moment. */
export const dynamic = "force-dynamic";

const description = (about.summary || `${appName}: manage your records in one place.`).slice(0, 160);

export async function generateMetadata(): Promise<Metadata> {
  return {
    metadataBase: new URL(await siteOrigin()),
    title: { default: appName, template: `%s · ${appName}` },
    description,
    openGraph: { title: appName, description, siteName: appName, type: "website" },
    icons: { icon: { url: "/favicon.svg", type: "image/svg+xml" } },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: theme.light },
    { media: "(prefers-color-scheme: dark)", color: theme.dark },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // theme.js sets the class of the scheme before the page is drawn.
    <html lang={locale} data-scheme={theme.scheme} suppressHydrationWarning>
      <head>
        <script src="/theme.js" />
      </head>
      <body>{children}</body>
    </html>
  );
}
