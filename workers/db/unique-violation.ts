/** Whether the database refused a row because `column` ("users.email") must be unique. Looks through wrapped errors. */
export function isUniqueViolation(error: unknown, column: string): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const match = /UNIQUE constraint failed: ([\w., ]+)/.exec(cause.message);
    if (match?.[1]) return match[1].split(", ").some((name) => name.trim() === column);
  }
  return false;
}
