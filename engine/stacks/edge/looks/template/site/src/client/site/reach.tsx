import { site } from "../../shared/site.ts";
import { classNames } from "../class-names.ts";
import { words } from "./words.ts";

const linkLook = "rounded font-medium text-accent hover:underline";

/** E-mail address and telephone of those behind the site. */
export function Reach({ className }: { className?: string }) {
  if (site.email === "" && site.phone === "") return null;
  return (
    <dl className={classNames("flex flex-wrap gap-x-8 gap-y-2 text-sm", className)}>
      {site.email !== "" && (
        <div className="flex gap-2">
          <dt className="text-subtle">{words.email}</dt>
          <dd>
            <a href={`mailto:${site.email}`} className={linkLook}>
              {site.email}
            </a>
          </dd>
        </div>
      )}
      {site.phone !== "" && (
        <div className="flex gap-2">
          <dt className="text-subtle">{words.phone}</dt>
          <dd>
            <a href={`tel:${site.phone.replaceAll(" ", "")}`} className={linkLook}>
              {site.phone}
            </a>
          </dd>
        </div>
      )}
    </dl>
  );
}
