import type { Metadata } from "next";
import { AboutPage } from "../../../components/site/about.tsx";
import { site } from "../../../shared/site.ts";

export const metadata: Metadata = { title: "About", description: site.about[0] ?? site.lead };

export default AboutPage;
