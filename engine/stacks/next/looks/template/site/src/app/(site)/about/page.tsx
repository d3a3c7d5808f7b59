import type { Metadata } from "next";
import { AboutPage } from "../../../components/site/about.tsx";
import { site } from "../../../shared/site.ts";
import { words } from "../../../components/site/words.ts";

export const metadata: Metadata = { title: words.about, description: site.about[0] ?? site.lead };

export default AboutPage;
