import { Link, redirect } from "react-router";
import { RouteErrorScreen } from "../components/error-screen.tsx";
import { Button } from "../components/ui/button.tsx";
import { ExampleRun } from "../home/example-run.tsx";
import { promises, questions } from "../home/promises.ts";
import { StartForm } from "../home/start-form.tsx";
import { stops } from "../home/stops.ts";
import { PublicFrame } from "../public-pages/public-frame.tsx";
import { Section } from "../public-pages/section.tsx";
import { restoreSession } from "../session/session.ts";

export async function loader() {
  // The page tells everybody the same: a server that is away is no reason not to show it.
  const user = await restoreSession().catch(() => null);
  if (user !== null) throw redirect("/projects");
  return null;
}

export function Component() {
  return (
    <PublicFrame page="home">
      <section className="drafting border-b border-line px-4 py-14 md:px-6 md:py-24">
        <div className="mx-auto grid max-w-6xl gap-14 xl:grid-cols-[minmax(0,1fr)_35.5rem] xl:items-center xl:gap-12">
          <div className="max-w-3xl">
            <h1 className="display text-4xl md:text-5xl">
              <span className="block">Describe an app. </span>
              <span className="block">Watch it being built.</span>
            </h1>
            <p className="mt-4 max-w-prose text-lg text-muted">
              NexusGen plans, writes, tests and runs a web application from your words, repairs what breaks on the way,
              and hands you the code.
            </p>
            <StartForm />
          </div>
          <ExampleRun />
        </div>
      </section>
      <Section title="From a sentence to a running app">
        <ol className="grid gap-x-8 gap-y-6 sm:grid-cols-2 wide:grid-cols-4">
          {stops.map((stop, index) => (
            <li key={stop.name} className="border-t-2 border-accent pt-4">
              <p className="figures text-sm text-muted">{index + 1}</p>
              <h3 className="display mt-1 text-xl">{stop.name}</h3>
              <p className="mt-1 text-muted">{stop.words}</p>
            </li>
          ))}
        </ol>
      </Section>
      <Section title="Made to be kept" tinted>
        <ul className="grid gap-x-10 gap-y-9 sm:grid-cols-2 wide:grid-cols-3">
          {promises.map(({ icon: Icon, title, text }) => (
            <li key={title}>
              <Icon aria-hidden="true" className="size-6 text-accent-ink" />
              <h3 className="mt-3 font-[600]">{title}</h3>
              <p className="mt-1 text-muted">{text}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Questions">
        <div className="max-w-3xl border-t border-line">
          {questions.map(({ question, answer }) => (
            <details key={question} className="group border-b border-line">
              <summary className="flex items-center justify-between gap-4 py-4 font-[560]">
                {question}
                <span aria-hidden="true" className="text-xl leading-none text-muted group-open:rotate-45">
                  +
                </span>
              </summary>
              <p className="max-w-prose pb-5 text-muted">{answer}</p>
            </details>
          ))}
        </div>
        <div className="mt-12 flex flex-wrap items-center justify-between gap-5 rounded-xl border border-line bg-surface p-6 md:p-8">
          <p className="display text-2xl">What should your app keep track of?</p>
          <Button asChild look="primary" size="lg">
            <Link to="/register">Start building</Link>
          </Button>
        </div>
      </Section>
    </PublicFrame>
  );
}

export const ErrorBoundary = RouteErrorScreen;
