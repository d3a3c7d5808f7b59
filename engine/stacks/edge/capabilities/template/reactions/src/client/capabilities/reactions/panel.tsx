import { lazy, Suspense, useEffect, useState } from "react";
import { formatCount } from "../../../shared/format.ts";
import type { ApiErrorBody, ApiRecord, ModelMeta } from "../../../shared/model.ts";
import type { ReactionsView } from "../../../shared/reactions/reactions.ts";
import { reactionSettings } from "../../../shared/reactions/settings.ts";
import { classNames } from "../../class-names.ts";
import { Icon } from "../../components/icon.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { visitorId } from "../visitor.ts";
import { words } from "./words.ts";

interface PanelProps {
  model: ModelMeta;
  record: ApiRecord;
}

async function call(path: string, method: string, body?: object): Promise<ReactionsView> {
  const response = await fetch(`/api/${reactionSettings.slug}/${path}`, {
    method,
    ...(body && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as ReactionsView | ApiErrorBody;
  if ("error" in answer) throw new Error(answer.error.message);
  return answer;
}

const ShareButton = lazy(async () => ({ default: (await import("./share-button.tsx")).ShareButton }));
const Stars = lazy(async () => ({ default: (await import("./stars.tsx")).Stars }));
const Comments = lazy(async () => ({ default: (await import("./comments.tsx")).Comments }));

/** Likes, stars, favourite and comments of one record. */
export function Panel({ model, record }: PanelProps) {
  const allowed = reactionSettings.models[model.key] ?? [];
  const path = `${model.slug}/${encodeURIComponent(record.id)}`;
  const [view, setView] = useState<ReactionsView | null>(null);
  const [problem, setProblem] = useState("");

  useEffect(() => {
    let current = true;
    call(`${path}?visitor=${visitorId()}`, "GET").then(
      (answer) => current && setView(answer),
      // The record stays readable without its reactions.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [path]);

  const send = async (below: string, method: string, body?: object): Promise<boolean> => {
    try {
      setView(await call(`${path}/${below}`, method, body));
      setProblem("");
      return true;
    } catch (error) {
      setProblem(error instanceof Error ? error.message : words.notSaved);
      return false;
    }
  };
  const react = (kind: string, value: number): void => void send(kind, "PUT", { visitor: visitorId(), value });
  if (!view) return null;
  return (
    <Card title={words.reactions}>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3 px-5 py-4">
        {allowed.includes("likes") && (
          <Button aria-pressed={view.isLiked} onClick={() => react("like", view.isLiked ? 0 : 1)}>
            <Icon name="up" className={classNames("size-4", view.isLiked && "text-accent")} />
            {view.isLiked ? words.liked : words.like} ({formatCount(view.likes)})
          </Button>
        )}
        {allowed.includes("favourites") && (
          <Button aria-pressed={view.isFavourite} onClick={() => react("favourite", view.isFavourite ? 0 : 1)}>
            <Icon name="heart" className="size-4" fill={view.isFavourite ? "currentColor" : "none"} />
            {view.isFavourite ? words.favourite : words.addToFavourites}
          </Button>
        )}
        {allowed.includes("follows") && (
          <Button aria-pressed={view.isFollowed} onClick={() => react("follow", view.isFollowed ? 0 : 1)}>
            <Icon name="bell" className="size-4" fill={view.isFollowed ? "currentColor" : "none"} />
            {view.isFollowed ? words.following : words.follow} ({formatCount(view.followers)})
          </Button>
        )}
        {allowed.includes("shares") && (
          <Suspense fallback={null}>
            <ShareButton title={record._label} />
          </Suspense>
        )}
        {allowed.includes("ratings") && (
          <Suspense fallback={null}>
            <Stars view={view} onRate={(stars) => react("rating", stars)} />
          </Suspense>
        )}
      </div>
      {problem && (
        <p role="alert" className="border-t px-5 py-3 text-sm text-danger">
          {problem}
        </p>
      )}
      {allowed.includes("comments") && (
        <Suspense fallback={null}>
          <Comments
            view={view}
            onWrite={(author, body) => send("comments", "POST", { visitor: visitorId(), author, body })}
            onRemove={(id) => void send(`comments/${id}?visitor=${visitorId()}`, "DELETE")}
          />
        </Suspense>
      )}
    </Card>
  );
}
