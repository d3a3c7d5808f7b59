import { EmptyPage } from "../../components/empty-page.tsx";
import { say } from "../../shared/say.ts";

export default function NotFound() {
  return <EmptyPage icon="search" title={say.notFound} text={say.mistyped} />;
}
