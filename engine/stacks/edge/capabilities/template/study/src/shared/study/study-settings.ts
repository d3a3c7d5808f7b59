/** Keys of the model, of its two sides, and of the reference to what groups cards. */
export interface StudySettings {
  readonly model: string;
  readonly front: string;
  readonly back: string;
  readonly deck?: string;
}
