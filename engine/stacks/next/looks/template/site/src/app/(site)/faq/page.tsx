import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QuestionsPage } from "../../../components/site/questions.tsx";
import { site } from "../../../shared/site.ts";

export const metadata: Metadata = {
  title: "Questions",
  description: "Answers to the questions that people ask most.",
};

export default function Page() {
  if (site.questions.length === 0) notFound();
  return <QuestionsPage />;
}
