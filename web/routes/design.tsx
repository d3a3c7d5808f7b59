import { type Specimen, SpecimenSheet } from "../design/specimen-sheet.tsx";
import { feedbackSpecimens } from "../design/feedback-specimens.tsx";
import { inputSpecimens } from "../design/input-specimens.tsx";
import { overlaySpecimens } from "../design/overlay-specimens.tsx";
import { tokenSpecimens } from "../design/token-specimens.tsx";
import { PublicFrame } from "../public-pages/public-frame.tsx";
import { PageHead } from "../public-pages/section.tsx";

const groups: { id: string; title: string; specimens: Specimen[] }[] = [
  { id: "tokens", title: "Tokens", specimens: tokenSpecimens },
  { id: "input", title: "Buttons and input", specimens: inputSpecimens },
  { id: "feedback", title: "State and feedback", specimens: feedbackSpecimens },
  { id: "overlays", title: "Navigation and overlays", specimens: overlaySpecimens },
];

/** Every primitive in every state, light and dark side by side: what to build pages from, and where to see a change. */
export function Component() {
  return (
    <PublicFrame page="design">
      <PageHead title="Design system">
        Petrol means the machine works, saffron that it waits for you, green done, red stopped by an error. Everything
        else is quiet.
      </PageHead>
      <div className="px-4 py-10 md:px-6">
        <div className="mx-auto max-w-6xl">
          <nav aria-label="On this page" className="flex flex-wrap gap-x-5 gap-y-1">
            {groups.map(({ id, title }) => (
              <a key={id} href={`#${id}`} className="text-accent-ink underline-offset-2 hover:underline">
                {title}
              </a>
            ))}
          </nav>
          {groups.map(({ id, title, specimens }) => (
            <section key={id} id={id} className="mt-12 scroll-mt-16">
              <h2 className="display text-2xl">{title}</h2>
              {specimens.map((specimen) => (
                <SpecimenSheet key={specimen.name} specimen={specimen} />
              ))}
            </section>
          ))}
        </div>
      </div>
    </PublicFrame>
  );
}
