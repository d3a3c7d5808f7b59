// The states that deeds leave a record in: what was approved is Approved. Data only.

export interface DeedState {
  readonly value: string;
  /** Where it stands in the life of a record; what ends it comes last. */
  readonly rank: number;
  /** Choices that say the same. */
  readonly same: RegExp;
  /** Says too little alone to give a record a status it does not have. */
  readonly isWeak?: boolean;
}

const refused = /^(?:rejected|declined|denied|refused)$/i;
const granted = /^(?:approved|accepted|granted)$/i;
const solved = /^(?:fixed|repaired|resolved|solved|done)$/i;
const done = /^(?:completed?|done|finished)$/i;
const sent = /^(?:shipped|dispatched|sent)$/i;

export const deedStates: Readonly<Record<string, DeedState>> = {
  assign: { value: "Assigned", rank: 1, same: /^assigned$/i, isWeak: true },
  review: { value: "In review", rank: 2, same: /review/i, isWeak: true },
  approve: { value: "Approved", rank: 3, same: granted },
  accept: { value: "Accepted", rank: 3, same: granted },
  confirm: { value: "Confirmed", rank: 3, same: /^confirmed$/i },
  verify: { value: "Verified", rank: 3, same: /^verified$/i },
  schedule: { value: "Scheduled", rank: 4, same: /^scheduled$/i, isWeak: true },
  sign: { value: "Signed", rank: 4, same: /^signed$/i },
  test: { value: "Tested", rank: 4, same: /^tested$/i, isWeak: true },
  pack: { value: "Packed", rank: 4, same: /^packed$/i },
  ship: { value: "Shipped", rank: 5, same: sent },
  dispatch: { value: "Dispatched", rank: 5, same: sent },
  deliver: { value: "Delivered", rank: 6, same: /^delivered$/i },
  publish: { value: "Published", rank: 6, same: /^published$/i, isWeak: true },
  pay: { value: "Paid", rank: 6, same: /^(?:paid|reimbursed)$/i },
  reimburse: { value: "Reimbursed", rank: 6, same: /^(?:paid|reimbursed)$/i },
  settle: { value: "Settled", rank: 6, same: /^(?:settled|paid)$/i },
  fix: { value: "Fixed", rank: 6, same: solved },
  repair: { value: "Repaired", rank: 6, same: solved },
  resolve: { value: "Resolved", rank: 6, same: solved },
  complete: { value: "Completed", rank: 6, same: done, isWeak: true },
  finish: { value: "Finished", rank: 6, same: done, isWeak: true },
  grade: { value: "Graded", rank: 6, same: /^graded$/i },
  close: { value: "Closed", rank: 7, same: /^closed$/i },
  reject: { value: "Rejected", rank: 8, same: refused },
  decline: { value: "Declined", rank: 8, same: refused },
  deny: { value: "Denied", rank: 8, same: refused },
  refuse: { value: "Refused", rank: 8, same: refused },
  cancel: { value: "Cancelled", rank: 9, same: /^cancell?ed$/i, isWeak: true },
};

const otherRanks: readonly (readonly [RegExp, number])[] = [
  // Orders are paid before they are packed, claims after they are approved.
  [/^paid$/i, 3.5],
  [/^(?:open|new|submitted|pending|draft|received|reported|requested|unpaid|planned|scheduled)$/i, 0],
  [/progress|waiting|hold/i, 2],
  [/^ready$/i, 6.5],
  [/^(?:completed?|done|finished|returned|sold|lost|archived)$/i, 6],
];
const middle = 5;

export function rankOf(value: string): number {
  const other = otherRanks.find(([pattern]) => pattern.test(value))?.[1];
  return other ?? Object.values(deedStates).find(({ same }) => same.test(value))?.rank ?? middle;
}

/** What "marks them as …" may say of a record; a favourite or something read is one for a single person. */
export const markable =
  /^(?:paid|unpaid|done|ready|clean|dirty|sold|lost|found|shipped|sent|delivered|received|returned|closed|resolved|complete|completed|finished|cancelled|approved|rejected|confirmed|available|unavailable|fixed|repaired|urgent|collected|reimbursed|billed|invoiced|published|arrived|absent|present|cooked|served|packed|signed|verified|handled|answered|settled)$/;

/** How the life of a record begins, by what is done to it first. */
export const beginnings: readonly (readonly [ReadonlySet<string>, string])[] = [
  [new Set(["approve", "reject", "accept", "decline", "deny", "refuse", "reimburse", "settle", "grade"]), "Submitted"],
  [new Set(["close", "resolve", "assign", "fix", "repair"]), "Open"],
  [new Set(["confirm", "verify", "cancel"]), "Pending"],
  [new Set(["sign", "review", "publish"]), "Draft"],
  [new Set(["pay"]), "Unpaid"],
];
