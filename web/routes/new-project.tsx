import { useRef, useState } from "react";
import { useLocation, useSearchParams } from "react-router";
import { AppHeader } from "../components/app-header.tsx";
import { RouteErrorScreen } from "../components/error-screen.tsx";
import { Composer } from "../dashboard/composer.tsx";
import { TemplateStrip } from "../dashboard/template-strip.tsx";

export function Component() {
  const [search] = useSearchParams();
  const { state } = useLocation() as { state: { prompt?: string } | null };
  const [prompt, setPrompt] = useState(state?.prompt ?? search.get("prompt") ?? "");
  const input = useRef<HTMLTextAreaElement>(null);
  return (
    <>
      <title>New project · NexusGen</title>
      <AppHeader />
      <main id="main" className="mx-auto w-full max-w-3xl flex-1 px-4 py-10 md:max-w-[52rem] md:px-8 md:py-16">
        <h1 className="display text-3xl">What should the app keep track of?</h1>
        <p className="mt-2 max-w-prose text-muted">
          Name the things, what matters about each, and how they belong together. You can change anything afterwards.
        </p>
        <div className="mt-7">
          <Composer prompt={prompt} setPrompt={setPrompt} inputRef={input} />
        </div>
        <div className="mt-10">
          <TemplateStrip />
        </div>
      </main>
    </>
  );
}

export const ErrorBoundary = RouteErrorScreen;
