import { useState } from "react";
import { formatValue, inSentence } from "../../../shared/format.ts";
import { fieldOf, modelOf } from "../../../shared/lookup.ts";
import { rankBy } from "../../../shared/ranking/ranking.ts";
import { rankingSettings } from "../../../shared/ranking/settings.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Icon } from "../../components/icon.tsx";
import { Card, EmptyState } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Link } from "../../link.tsx";
import { useAllRecords } from "../use-all-records.ts";
import { words } from "./words.ts";

const model = modelOf(rankingSettings.model);
const measures = rankingSettings.by.flatMap((key) => fieldOf(model, key) ?? []);
const groupField = fieldOf(model, rankingSettings.group ?? "");

export function Component() {
  const { loaded, problem } = useAllRecords(model);
  const [by, setBy] = useState(measures[0]?.key ?? "");
  const [group, setGroup] = useState("");
  const records = loaded?.records ?? [];
  const groups = new Map(groupField ? records.flatMap((record) => record._refs[groupField.key] ?? []).map((ref) => [ref.id, ref.label]) : []);
  const shown = groupField && group !== "" ? records.filter((record) => record._refs[groupField.key]?.id === group) : records;
  const measure = measures.find(({ key }) => key === by);
  const places = rankBy(shown, by);
  return (
    <>
      <PageHeader
        title={words.leaderboard}
        description={words.lead(model.pluralLabel, inSentence(measure?.label ?? ""))}
        actions={
          <>
            {groups.size > 1 && (
              <select aria-label={groupField?.label} value={group} onChange={(event) => setGroup(event.target.value)} className={`${controlLook} w-auto`}>
                <option value="">{words.all}</option>
                {[...groups].map(([id, label]) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
            )}
            {measures.length > 1 && (
              <select aria-label={words.rankedBy} value={by} onChange={(event) => setBy(event.target.value)} className={`${controlLook} w-auto`}>
                {measures.map(({ key, label }) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </>
        }
      />
      {problem && <p role="alert">{problem}</p>}
      {loaded && (
        <Card>
          {places.length === 0 ? (
            <EmptyState icon={<Icon name="star" />} title={words.nobodyPlacedYet} text={words.willShow(inSentence(model.pluralLabel))} />
          ) : (
            <table className="w-full text-left text-sm">
              <thead className="border-b">
                <tr>
                  <th scope="col" className="w-20 px-5 py-3 font-medium">
                    {words.rank}
                  </th>
                  <th scope="col" className="px-5 py-3 font-medium">
                    {model.label}
                  </th>
                  <th scope="col" className="px-5 py-3 text-right font-medium">
                    {measure?.label}
                  </th>
                </tr>
              </thead>
              <tbody className="divide-y">
                {places.map(({ record, place, value, isTied }) => (
                  <tr key={record.id} className={place <= 3 ? "bg-accent-soft" : undefined}>
                    <td className="px-5 py-2.5 tabular-nums">
                      {place}
                      {isTied && <span className="text-subtle"> {words.tied}</span>}
                    </td>
                    <td className="max-w-0 px-5 py-2.5">
                      <Link to={`/${model.slug}/${record.id}`} className="rounded font-medium break-words text-accent hover:underline">
                        {record._label}
                      </Link>
                    </td>
                    <td className="px-5 py-2.5 text-right font-semibold tabular-nums">{measure && formatValue(measure, value)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Card>
      )}
    </>
  );
}
