import { site } from "../../shared/site.ts";
import { Icon } from "../components/icon.tsx";
import { pageWidth } from "./section.tsx";
import { Seo } from "./seo.tsx";
import { words } from "./words.ts";

export function Questions() {
  return (
    <div className="max-w-3xl divide-y rounded-xl border bg-surface">
      {site.questions.map(({ question, answer }) => (
        <details key={question} className="group px-5">
          <summary className="flex list-none items-center justify-between gap-4 rounded py-4 font-medium">
            {question}
            <Icon name="chevron" className="size-4 transition-transform group-open:rotate-180" />
          </summary>
          <p className="pb-5 text-pretty text-subtle">{answer}</p>
        </details>
      ))}
    </div>
  );
}

export function QuestionsPage() {
  return (
    <div className={`${pageWidth} py-12`}>
      <Seo title={words.questions} description={words.questionsDescription} />
      <h1 className="mb-8 text-3xl font-semibold tracking-tight sm:text-4xl">{words.questionsAsked}</h1>
      <Questions />
    </div>
  );
}
