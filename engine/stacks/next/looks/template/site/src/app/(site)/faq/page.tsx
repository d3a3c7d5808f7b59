import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QuestionsPage } from "../../../components/site/questions.tsx";
import { site } from "../../../shared/site.ts";
import { words } from "../../../components/site/words.ts";

export const metadata: Metadata = {
  title: words.questions,
  description: words.questionsDescription,
};

export default function Page() {
  if (site.questions.length === 0) notFound();
  return <QuestionsPage />;
}
