import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ContactPage } from "../../../components/site/contact.tsx";
import { appName } from "../../../shared/app.ts";
import { site } from "../../../shared/site.ts";

export const metadata: Metadata = {
  title: "Contact",
  description: `Write to ${appName}. A person reads every message.`,
};

export default function Page() {
  if (site.contact === "") notFound();
  return <ContactPage />;
}
