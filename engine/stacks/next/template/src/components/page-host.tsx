"use client";

import { type ComponentType, useCallback, useEffect, useMemo, useState } from "react";
import { RequestError } from "../lib/api.ts";
import { appName } from "../shared/app.ts";
import { say } from "../shared/say.ts";
import { EmptyPage } from "./empty-page.tsx";
import { bareRoutes, partRoutes } from "./layouts/routes.ts";
import { LoadedContext, type LoaderArgs, useLocation, useNavigate, useParams } from "./navigation.tsx";

interface Shown {
  /** The visit that it was loaded for. */
  visit: string;
  Component: ComponentType;
  data: unknown;
}

const routes = [...partRoutes, ...bareRoutes];

async function loadPage(path: string, visit: string, args: LoaderArgs): Promise<Shown> {
  const route = routes.find((candidate) => candidate.path === path);
  const page = (await route?.lazy?.()) ?? route;
  if (!page?.Component) throw new Error(`routes.ts has no page for "${path}".`);
  return { visit, Component: page.Component, data: await page.loader?.(args) };
}

/**
 * A page that a part of the app brings along, such as the trash, by its path in routes.ts. It shows what belongs to
 * whoever looks, so the browser loads it.
 */
export function PageHost({ path }: { path: string }) {
  const { pathname, search, key: visit } = useLocation();
  const params = JSON.stringify(useParams());
  const navigate = useNavigate();
  const [shown, setShown] = useState<Shown | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  const load = useCallback(
    (signal: AbortSignal): Promise<Shown> => {
      const request = new Request(new URL(`${pathname}${search}`, location.origin), { signal });
      return loadPage(path, visit, { request, params: JSON.parse(params) as Record<string, string> });
    },
    [path, visit, pathname, search, params],
  );

  useEffect(() => {
    const abort = new AbortController();
    load(abort.signal).then(
      (page) => abort.signal.aborted || setShown(page),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const target = error instanceof Response ? error.headers.get("Location") : null;
        if (target === null) setFailure(error);
        else void navigate(target, { replace: true });
      },
    );
    return () => abort.abort();
  }, [load, navigate]);

  // Other pages get their titles from their metadata; this one says it when it is there.
  useEffect(() => {
    const heading = shown && document.querySelector("h1")?.textContent;
    if (heading) document.title = `${heading} · ${appName}`;
  }, [shown]);

  const context = useMemo(
    () => ({ data: shown?.data, reload: async () => setShown(await load(new AbortController().signal)) }),
    [shown, load],
  );
  if (failure instanceof RequestError) {
    return <EmptyPage icon="alert" title={say.wentWrong} text={failure.message} />;
  }
  if (failure !== null) throw failure;
  if (!shown) return <div role="status" aria-label={say.loading} className="min-h-96" />;
  const { Component } = shown;
  return (
    <LoadedContext value={context}>
      <Component />
    </LoadedContext>
  );
}
