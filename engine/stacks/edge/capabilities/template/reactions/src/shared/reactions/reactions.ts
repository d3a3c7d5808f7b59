export type ReactionId = "likes" | "ratings" | "favourites" | "comments" | "follows" | "shares";

export interface ReactionSettings {
  readonly slug: string;
  readonly table: string;
  /** By the key of the model. */
  readonly models: Readonly<Record<string, readonly ReactionId[]>>;
}

export const mostStars = 5;

export interface CommentView {
  readonly id: string;
  readonly author: string;
  readonly body: string;
  readonly createdAt: string;
  /** Written by this visitor. */
  readonly isMine: boolean;
  readonly mayDelete: boolean;
}

/** What everyone did, and what this visitor did. */
export interface ReactionsView {
  readonly likes: number;
  readonly isLiked: boolean;
  readonly isFavourite: boolean;
  readonly followers: number;
  readonly isFollowed: boolean;
  /** From 1 to 5; 0 without ratings. */
  readonly average: number;
  readonly ratings: number;
  readonly myRating: number;
  readonly comments: readonly CommentView[];
  /** In whose name this visitor comments; null where they give a name themselves. */
  readonly writer: string | null;
}

export interface FavouriteView {
  readonly model: string;
  readonly id: string;
  readonly label: string;
}
