import type { ApiRecord } from "../model.ts";

export interface DiscussionSettings {
  /** First segment of its pages, and of its API below /api. */
  readonly slug: string;
  readonly title: string;
  readonly threads: ThreadParts;
  readonly replies: ReplyParts;
  /** The API then knows who writes, and roles decide who moderates. */
  readonly hasAccounts: boolean;
  /** Whether whoever reads may moderate here: a site without accounts leaves it to its management area. */
  readonly isModerated: boolean;
}

interface PostParts {
  /** Key of the model; the others are keys of its fields. */
  readonly model: string;
  readonly body?: string;
  readonly author?: string;
  /** When it was written; without it, when the record was made. */
  readonly at?: string;
  /** Its author is not told. */
  readonly anonymous?: string;
  /** Dates that are today's for what is written now. */
  readonly stamped: readonly string[];
}

export interface ThreadParts extends PostParts {
  /** What is asked for when a discussion is started. */
  readonly asked: readonly string[];
  /** Refers to what the discussions are sorted by, such as a category. */
  readonly topic?: string;
  readonly pinned?: string;
  readonly closed?: string;
}

export interface ReplyParts extends PostParts {
  readonly body: string;
  /** Refers to the discussion. */
  readonly thread: string;
}

/** A discussion as lists show it. */
export interface ThreadView {
  readonly record: ApiRecord;
  readonly author: string;
  readonly at: string;
  readonly replies: number;
  /** The latest reply, else the beginning. */
  readonly active: { readonly at: string; readonly by: string };
}

export interface ThreadPage {
  readonly items: readonly ThreadView[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

export interface ReplyView {
  readonly record: ApiRecord;
  readonly author: string;
  readonly at: string;
}

export interface ConversationView extends ThreadView {
  /** The oldest first: the latest ones, and whether there are earlier ones. */
  readonly items: readonly ReplyView[];
  readonly hasEarlier: boolean;
}
