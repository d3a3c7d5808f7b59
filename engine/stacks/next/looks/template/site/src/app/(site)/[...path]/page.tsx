import { notFound, redirect } from "next/navigation";
import { models } from "../../../shared/models.ts";

/** Addresses of the management area that are written without its path still lead there. */
export default async function Missing({ params }: { params: Promise<{ path: string[] }> }): Promise<never> {
  const { path } = await params;
  const isManaged = path[0] === "dashboard" || models.some(({ slug }) => slug === path[0]);
  if (isManaged) redirect(`/manage/${path.map(encodeURIComponent).join("/")}`);
  notFound();
}
