import type { Metadata } from "next";
import { AboutPage } from "../../../components/pages/about.tsx";

export const metadata: Metadata = { title: "About this app" };

export default AboutPage;
