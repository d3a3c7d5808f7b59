import type { Metadata } from "next";
import { DashboardView } from "../../../components/pages/dashboard.tsx";
import { dashboard } from "../../../server/api.ts";
import { say } from "../../../shared/say.ts";

export const metadata: Metadata = { title: say.dashboard };

export default async function DashboardPage() {
  return <DashboardView {...await dashboard()} />;
}
