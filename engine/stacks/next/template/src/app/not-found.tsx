import type { Metadata } from "next";
import { EmptyPage } from "../components/empty-page.tsx";
import { say } from "../shared/say.ts";

export const metadata: Metadata = { title: say.notFound };

export default function NotFound() {
  return (
    <main className="mx-auto max-w-3xl px-4 py-16">
      <EmptyPage icon="search" title={say.notFound} text={say.mistyped} />
    </main>
  );
}
