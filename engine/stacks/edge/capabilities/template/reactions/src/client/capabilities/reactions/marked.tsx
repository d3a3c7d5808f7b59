import { useEffect, useState } from "react";
import { modelOf } from "../../../shared/lookup.ts";
import type { FavouriteView } from "../../../shared/reactions/reactions.ts";
import { reactionSettings } from "../../../shared/reactions/settings.ts";
import { Icon } from "../../components/icon.tsx";
import { Card, EmptyState } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Link } from "../../routing/links.tsx";
import { visitorId } from "../visitor.ts";
import { words } from "./words.ts";

interface MarkedProps {
  /** Below the API of reactions. */
  path: "favourites" | "following";
  title: string;
  description: string;
  emptyTitle: string;
  emptyText: string;
}

/** The records that this visitor marked in one way. */
export function Marked({ path, title, description, emptyTitle, emptyText }: MarkedProps) {
  const [items, setItems] = useState<readonly FavouriteView[] | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    const abort = new AbortController();
    const load = async (): Promise<void> => {
      try {
        const response = await fetch(`/api/${reactionSettings.slug}/${path}?visitor=${visitorId()}`, {
          signal: abort.signal,
        });
        if (!response.ok) throw new Error(words.serverAnswered(response.status));
        setItems(((await response.json()) as { items: FavouriteView[] }).items);
      } catch (error) {
        if (!abort.signal.aborted) setProblem(error instanceof Error ? error.message : words.loadingFailed);
      }
    };
    void load();
    return () => abort.abort();
  }, [path]);
  return (
    <>
      <PageHeader title={title} description={description} />
      {problem && <p role="alert">{problem}</p>}
      {items && (
        <Card>
          {items.length === 0 ? (
            <EmptyState icon={<Icon name="heart" />} title={emptyTitle} text={emptyText} />
          ) : (
            <ul className="divide-y">
              {items.map((item) => (
                <li key={`${item.model}-${item.id}`} className="flex justify-between gap-4 px-5 py-3 text-sm">
                  <Link to={`/${modelOf(item.model).slug}/${item.id}`} className="rounded font-medium text-accent hover:underline">
                    {item.label}
                  </Link>
                  <span className="text-subtle">{modelOf(item.model).label}</span>
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
    </>
  );
}
