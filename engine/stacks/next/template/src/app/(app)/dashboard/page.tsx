import type { Metadata } from "next";
import { DashboardView } from "../../../components/pages/dashboard.tsx";
import { dashboard } from "../../../server/api.ts";

export const metadata: Metadata = { title: "Dashboard" };

export default async function DashboardPage() {
  return <DashboardView {...await dashboard()} />;
}
