import { type Action, reachOf, type Role } from "../../shared/access/access.ts";
import { roles } from "../../shared/access/roles.ts";
import { models } from "../../shared/models.ts";
import type { ModelMeta } from "../../shared/model.ts";
import { Card } from "../components/ui/card.tsx";
import { words } from "./words.ts";

const verbs: readonly [Action, string][] = [
  ["read", "see"],
  ["create", "add"],
  ["update", "change"],
  ["delete", "delete"],
];

/** "see, add, change their own", in the order of reach. */
function inWords(role: Role, model: ModelMeta): string {
  const of = (reach: "all" | "own"): string =>
    verbs
      .filter(([action]) => reachOf(role, model.key, action) === reach)
      .map(([, verb]) => verb)
      .join(", ");
  const [all, own] = [of("all"), of("own")];
  if (verbs.every(([action]) => reachOf(role, model.key, action) === "all")) return "everything";
  return [all, own && words.theirOwn(own)].filter(Boolean).join("; ") || "–";
}

/** What stands in src/shared/access/roles.ts, for reading. */
export function RoleTable() {
  return (
    <Card title={words.whatRolesMayDo}>
      {/* Scrolls by itself on narrow screens, so it has to be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div tabIndex={0} role="region" aria-label={words.tableRoles} className="overflow-x-auto">
        <table className="w-full text-left text-sm">
          <thead className="border-b text-xs text-subtle">
            <tr>
              <th scope="col" className="px-5 py-2.5 font-medium">
                {words.records}
              </th>
              {roles.map(({ key, label }) => (
                <th key={key} scope="col" className="min-w-36 px-4 py-2.5 font-medium">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y">
            {models.map((model) => (
              <tr key={model.key}>
                <th scope="row" className="px-5 py-3 font-medium">
                  {model.pluralLabel}
                </th>
                {roles.map((role) => (
                  <td key={role.key} className="px-4 py-3 text-subtle">
                    {inWords(role, model)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
