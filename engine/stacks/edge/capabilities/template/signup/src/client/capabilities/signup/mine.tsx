import { useEffect, useState } from "react";
import { formatRelative, formatValue } from "../../../shared/format.ts";
import { modelOf } from "../../../shared/lookup.ts";
import type { ApiRecord } from "../../../shared/model.ts";
import { signupSettings } from "../../../shared/signup/settings.ts";
import { api } from "../../api.ts";
import { Icon } from "../../components/icon.tsx";
import { Card, EmptyState } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Link } from "../../link.tsx";
import { type KeptSignup, keptSignups } from "./kept.ts";
import { words } from "./words.ts";

function Entry({ signup }: { signup: KeptSignup }) {
  const [record, setRecord] = useState<ApiRecord | null>(null);
  const entries = modelOf(signup.entries);
  useEffect(() => {
    const abort = new AbortController();
    // Not everyone may read it, and it may be gone: then the line says what was sent.
    api.find(entries, signup.id, abort.signal).then(setRecord, () => undefined);
    return () => abort.abort();
  }, [entries, signup.id]);
  const status = entries.fields.find(({ type }) => type === "enum");
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 py-3 text-sm">
      <Link
        to={`/${modelOf(signup.target.model).slug}/${signup.target.id}`}
        className="rounded font-medium text-accent hover:underline"
      >
        {signup.target.label}
      </Link>
      <span className="text-subtle">
        {[status && record ? formatValue(status, record[status.key]) : "", formatRelative(signup.at)].filter(Boolean).join(" · ")}
      </span>
    </li>
  );
}

export function Component() {
  const [signups] = useState(() =>
    keptSignups().filter(({ target }) => signupSettings.targets[target.model] !== undefined),
  );
  return (
    <>
      <PageHeader title={signupSettings.title} description={words.lead} />
      <Card>
        {signups.length === 0 ? (
          <EmptyState icon={<Icon name="check" />} title={words.nothingYet} text={words.howToBegin} />
        ) : (
          <ul className="divide-y">
            {signups.map((signup) => (
              <Entry key={signup.id} signup={signup} />
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
