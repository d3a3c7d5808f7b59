import type { Metadata } from "next";
import { CapabilityView } from "../../components/capabilities/capability-view.tsx";
import { capabilityPages } from "../../components/capabilities/registry.ts";
import { LandingView } from "../../components/site/landing.tsx";
import { pageWidth } from "../../components/site/section.tsx";
import { listRecords } from "../../server/api.ts";
import { appName } from "../../shared/app.ts";
import { modelOf } from "../../shared/lookup.ts";
import type { ApiRecord } from "../../shared/model.ts";
import { publishedQuery } from "../../shared/published.ts";
import { site } from "../../shared/site.ts";

export const metadata: Metadata = { title: { absolute: appName }, description: site.lead };

async function newest(key: string): Promise<ApiRecord[]> {
  const model = modelOf(key);
  return (await listRecords(model, publishedQuery(model, new URLSearchParams({ pageSize: "8" })))).items;
}

export default async function LandingPage() {
  const home = capabilityPages.find((page) => page.isHome);
  if (home) {
    return (
      <div className={`${pageWidth} py-10`}>
        <CapabilityView path={home.path} />
      </div>
    );
  }
  const [latest, quotes] = await Promise.all([
    Promise.all(site.collections.map(({ model }) => newest(model))),
    site.quotes === "" ? [] : newest(site.quotes),
  ]);
  return <LandingView latest={latest} quotes={quotes} />;
}
