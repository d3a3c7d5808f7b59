/** Keys of the model and of the field that holds the number. */
export interface LookupSettings {
  readonly title: string;
  readonly model: string;
  readonly code: string;
  /** Whether being found proves that it is genuine. */
  readonly verifies: boolean;
}
