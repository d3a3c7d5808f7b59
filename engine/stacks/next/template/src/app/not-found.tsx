import type { Metadata } from "next";
import { EmptyPage } from "../components/empty-page.tsx";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <main className="mx-auto max-w-3xl px-4 py-16">
      <EmptyPage
        icon="search"
        title="Page not found"
        text="The address may be mistyped, or what was here has been deleted."
      />
    </main>
  );
}
