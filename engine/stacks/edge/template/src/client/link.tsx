// The one place where `components/ui` and `components/fields` meet the router.
export { Link, type LinkProps } from "./routing/links.tsx";
