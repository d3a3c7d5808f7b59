/** Keys of the model and of the fields that are compared. */
export interface MatchSettings {
  readonly title: string;
  readonly model: string;
  readonly fields: readonly string[];
}
