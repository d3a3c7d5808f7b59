import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ContactPage } from "../../../components/site/contact.tsx";
import { appName } from "../../../shared/app.ts";
import { site } from "../../../shared/site.ts";
import { words } from "../../../components/site/words.ts";

export const metadata: Metadata = {
  title: words.contact,
  description: words.contactDescription(appName),
};

export default function Page() {
  if (site.contact === "") notFound();
  return <ContactPage />;
}
