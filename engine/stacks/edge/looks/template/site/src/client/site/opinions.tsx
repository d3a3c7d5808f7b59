import type { ApiRecord } from "../../shared/model.ts";
import { modelOf } from "../../shared/lookup.ts";
import { site } from "../../shared/site.ts";
import { classNames } from "../class-names.ts";
import { Icon } from "../components/icon.tsx";
import { recordParts } from "./record-parts.ts";
import { words } from "./words.ts";

/** What people wrote about a record, with their stars. */
export function Opinions({ records }: { records: readonly ApiRecord[] }) {
  const model = modelOf(site.quotes);
  return (
    <section aria-labelledby="opinions">
      <h2 id="opinions" className="text-xl font-semibold">
        {words.peopleSay}
      </h2>
      <ul className="mt-4 grid gap-4 sm:grid-cols-2">
        {records.map((record) => {
          const { text, writer } = recordParts(model, record);
          const stars = model.fields.find(({ key, type }) => type === "integer" && /rating|stars/i.test(key));
          const given = stars ? Number(record[stars.key] ?? 0) : 0;
          return (
            <li key={record.id} className="rounded-xl border bg-surface p-5">
              {given > 0 && given <= 5 && (
                <p className="mb-2 flex gap-0.5 text-accent" role="img" aria-label={words.stars(given)}>
                  {[1, 2, 3, 4, 5].map((at) => (
                    <Icon key={at} name="star" className={classNames("size-4", at <= given && "fill-current")} />
                  ))}
                </p>
              )}
              <p className="font-medium break-words">{record._label}</p>
              {text && <p className="mt-1 text-pretty text-subtle">{text}</p>}
              {writer && writer !== record._label && <p className="mt-3 text-sm text-subtle">{writer}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
