import { EmptyPage } from "../../components/empty-page.tsx";

export default function NotFound() {
  return (
    <EmptyPage
      icon="search"
      title="Page not found"
      text="The address may be mistyped, or what was here has been deleted."
    />
  );
}
