import { useState } from "react";
import { models } from "../../shared/models.ts";
import { say } from "../../shared/say.ts";
import { RequestError } from "../api.ts";
import { controlLook } from "../components/fields/control.ts";
import { Button } from "../components/ui/button.tsx";
import { Card } from "../components/ui/card.tsx";
import { PageHeader } from "../components/ui/page-header.tsx";
import { may } from "../permissions.ts";
import { Link } from "../routing/links.tsx";
import { useLoaderData } from "../routing/pages.tsx";
import type { LoaderArgs } from "../routing/router.ts";
import { type Webhooks, WebhooksCard } from "../settings/webhooks-card.tsx";
import { webhooksApi } from "../settings/webhooks-api.ts";
import { words } from "../settings/words.ts";

interface Loaded {
  /** Null for people who may not see them. */
  webhooks: Webhooks | null;
}

function readScheme(): string {
  const given = document.documentElement.dataset["scheme"] ?? "system";
  try {
    return localStorage.getItem("scheme") ?? given;
  } catch {
    return given;
  }
}

function applyScheme(scheme: string): void {
  try {
    localStorage.setItem("scheme", scheme);
  } catch {
    // Storage may be blocked; the choice then lasts until the page is left.
  }
  const isDark = scheme === "dark" || (scheme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.classList.toggle("dark", isDark);
}

function SchemeChoice() {
  const [scheme, setScheme] = useState(readScheme);
  return (
    <label className="block px-5 py-4 text-sm font-medium">
      {words.scheme}
      <select
        value={scheme}
        onChange={(event) => {
          setScheme(event.target.value);
          applyScheme(event.target.value);
        }}
        className={`${controlLook} mt-1.5 max-w-60`}
      >
        {(["system", "light", "dark"] as const).map((choice) => (
          <option key={choice} value={choice}>
            {words[choice]}
          </option>
        ))}
      </select>
    </label>
  );
}

function ExportAll() {
  const [news, setNews] = useState("");
  const [isBusy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    try {
      const { exportAll } = await import("../settings/export-all.ts");
      const readable = models.filter((model) => may(model, "read"));
      const count = await exportAll(readable, (done, all) => setNews(words.exporting(done, all)));
      setNews(words.exported(count));
    } catch (failure) {
      setNews(failure instanceof Error ? failure.message : say.failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="px-5 py-4">
      <p className="text-sm text-subtle">{words.dataHint}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button disabled={isBusy} onClick={() => void run()}>
          {words.exportAll}
        </Button>
        <p role="status" className="text-sm text-subtle">
          {news}
        </p>
      </div>
    </div>
  );
}

const linkLook = "rounded font-medium text-accent hover:underline";

export function SettingsView({ webhooks }: Loaded) {
  return (
    <>
      <PageHeader title={words.title} description={words.hint} />
      <div className="space-y-5">
        <div className="grid gap-5 md:grid-cols-3">
          <Card title={words.appearance}>
            <SchemeChoice />
          </Card>
          <Card title={words.data}>
            <ExportAll />
          </Card>
          <Card title={words.more}>
            <ul className="space-y-2 px-5 py-4 text-sm">
              <li>
                <a href="/api/docs" className={linkLook}>
                  {words.apiReference}
                </a>
              </li>
              <li>
                <a href="/api/openapi.json" className={linkLook}>
                  {words.openapi}
                </a>
              </li>
              <li>
                <Link to="/trash" className={linkLook}>
                  {say.trash}
                </Link>
              </li>
              <li>
                <Link to="/about" className={linkLook}>
                  {say.aboutThisApp}
                </Link>
              </li>
            </ul>
          </Card>
        </div>
        {webhooks && <WebhooksCard {...webhooks} />}
      </div>
    </>
  );
}

async function loadSettings({ request: { signal } }: LoaderArgs): Promise<Loaded> {
  try {
    const [{ items, events }, { items: deliveries }] = await Promise.all([
      webhooksApi.list(signal),
      webhooksApi.deliveries(signal),
    ]);
    return { webhooks: { items, events, deliveries } };
  } catch (failure) {
    if (failure instanceof RequestError && (failure.status === 403 || failure.status === 401)) return { webhooks: null };
    throw failure;
  }
}

const SettingsPage = () => <SettingsView {...useLoaderData<Loaded>()} />;

export const settingsRoute = { loader: loadSettings, Component: SettingsPage };
