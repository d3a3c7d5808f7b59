// What both sides know of polls.

export interface PollSettings {
  /** First segment of its API and its page. */
  readonly slug: string;
  readonly table: string;
  /** Keys of the models, and of the option's field that says whose it is. */
  readonly polls: string;
  readonly options: string;
  readonly field: string;
  /** A date of the poll after which nobody votes any more. */
  readonly closes?: string;
}

export interface PollView {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly isOpen: boolean;
  readonly options: readonly { readonly id: string; readonly label: string; readonly votes: number }[];
  /** The option this visitor voted for; empty before. */
  readonly mine: string;
}

export const totalOf = (poll: PollView): number => poll.options.reduce((sum, { votes }) => sum + votes, 0);

/** Whole percent; 0 while nobody has voted. */
export const shareOf = (votes: number, total: number): number => (total === 0 ? 0 : Math.round((votes / total) * 100));
