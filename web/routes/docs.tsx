import { guides } from "../public-pages/guides.ts";
import { PublicFrame } from "../public-pages/public-frame.tsx";
import { PageHead } from "../public-pages/section.tsx";

const elsewhere = [
  {
    href: "/api/v1/docs",
    title: "API reference",
    text: "Every operation, with its fields and its errors, to be tried in the page.",
  },
  { href: "/api/v1/openapi.json", title: "OpenAPI document", text: "The same for programs: OpenAPI 3.1." },
] as const;

export function Component() {
  return (
    <PublicFrame page="docs">
      <PageHead title="How it is done.">
        Six things that people come for. The rest explains itself on the page.
      </PageHead>
      <div className="px-4 py-12 md:px-6">
        <div className="mx-auto grid max-w-6xl gap-x-14 gap-y-10 wide:grid-cols-[13rem_minmax(0,1fr)]">
          <nav aria-label="On this page" className="wide:sticky wide:top-20 wide:self-start">
            <ul className="flex flex-wrap gap-x-4 gap-y-1 wide:flex-col">
              {guides.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`} className="text-accent-ink underline-offset-2 hover:underline">
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="flex flex-col gap-12">
            {guides.map(({ id, title, steps }) => (
              <section key={id} id={id} className="scroll-mt-20">
                <h2 className="display border-b border-line pb-2 text-2xl">{title}</h2>
                <ol className="mt-5 flex max-w-prose flex-col gap-4">
                  {steps.map((words, index) => (
                    <li key={words} className="flex gap-4">
                      <span aria-hidden="true" className="figures w-4 shrink-0 text-muted">
                        {index + 1}
                      </span>
                      <span className="wrap-anywhere">{words}</span>
                    </li>
                  ))}
                </ol>
              </section>
            ))}
            <section id="programs" className="scroll-mt-20">
              <h2 className="display border-b border-line pb-2 text-2xl">For programs</h2>
              <ul className="mt-5 grid gap-4 sm:grid-cols-2">
                {elsewhere.map(({ href, title, text }) => (
                  <li key={href}>
                    <a
                      href={href}
                      className="block h-full rounded-lg border border-line bg-surface p-5 hover:border-accent"
                    >
                      <span className="block font-[600]">{title}</span>
                      <span className="mt-1 block text-muted">{text}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          </div>
        </div>
      </div>
    </PublicFrame>
  );
}
