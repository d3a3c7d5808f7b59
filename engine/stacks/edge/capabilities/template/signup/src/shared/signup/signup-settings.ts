/** How people sign up for the records of one model. */
export interface Signup {
  /** Key of the model that keeps the sign-ups, and its field that says for what. */
  readonly entries: string;
  readonly field: string;
  /** What its button says: "Enrol", "Apply". */
  readonly verb: string;
  /** Fields that are asked for. */
  readonly asked: readonly string[];
  /** Dates that are filled in by themselves. */
  readonly stamped: readonly string[];
}

export interface SignupSettings {
  /** The page of what this browser signed up for. */
  readonly slug: string;
  readonly title: string;
  /** By the key of the model that is signed up for. */
  readonly targets: Readonly<Record<string, Signup>>;
}
