/** Keys of models and fields; a part that no field plays is left out. */
export interface QuizSettings {
  readonly slug: string;
  readonly model: string;
  readonly text: string;
  /** One field for each choice … */
  readonly choices: readonly string[];
  /** … or one with a choice in each line. */
  readonly lines?: string;
  readonly answer: string;
  readonly points?: string;
  readonly group?: { readonly field: string; readonly model: string };
  readonly result?: {
    readonly model: string;
    readonly score: string;
    readonly most?: string;
    readonly name?: string;
    readonly group?: string;
  };
}

export interface QuizQuestion {
  readonly id: string;
  readonly text: string;
  /** Empty: the answer is typed. */
  readonly options: readonly string[];
}

export interface QuizScore {
  readonly score: number;
  readonly most: number;
  readonly results: readonly { id: string; text: string; given: string; right: string; isRight: boolean }[];
}
