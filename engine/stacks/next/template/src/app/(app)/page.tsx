import { CapabilityView } from "../../components/capabilities/capability-view.tsx";
import { capabilityPages } from "../../components/capabilities/registry.ts";
import { DashboardView } from "../../components/pages/dashboard.tsx";
import { dashboard } from "../../server/api.ts";

export default async function HomePage() {
  const home = capabilityPages.find((page) => page.isHome);
  return home ? <CapabilityView path={home.path} /> : <DashboardView {...await dashboard()} />;
}
