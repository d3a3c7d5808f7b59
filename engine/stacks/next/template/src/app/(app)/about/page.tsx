import type { Metadata } from "next";
import { AboutPage } from "../../../components/pages/about.tsx";
import { say } from "../../../shared/say.ts";

export const metadata: Metadata = { title: say.aboutThisApp };

export default AboutPage;
