/** Who may be given abilities; many of them are also things to keep ("doctors"). */
export const roleNouns: ReadonlySet<string> = new Set(
  "admin administrator manager editor moderator owner staff employee customer client student teacher instructor doctor nurse patient member guest visitor user author agent driver coach mentor seller buyer vendor supplier organizer organiser volunteer donor landlord tenant reader librarian player receptionist accountant recruiter candidate applicant employer superadmin supervisor technician operator parent trainer chef waiter lawyer viewer contributor host traveler shopper subscriber reviewer planner dispatcher warehouse-worker kid child professor tutor freelancer analyst clerk cashier worker secretary assistant pharmacist therapist inspector auditor contractor mechanic curator archivist foreman coordinator director officer engineer salesperson consultant caretaker pupil rep apprentice intern".split(
    " ",
  ),
);

/** Parts of an organisation that do something themselves: "finance sees", "the warehouse ships". */
export const departments: ReadonlySet<string> = new Set(
  "hr qa finance accounting procurement purchasing logistics legal marketing sales operations management reception housekeeping maintenance dispatch security payroll compliance engineering warehouse kitchen office secretariat headquarters board committee council jury lab laboratory cfo ceo cto coo support".split(
    " ",
  ),
);

/** Heads of names of two words: "team leads", "front desk", "shift supervisors", "parish office". */
export const roleHeads: ReadonlySet<string> = new Set(
  "member manager staff lead leader supervisor officer coordinator committee council board office desk team department crew worker assistant agent owner editor technician driver rep representative organiser organizer admin director engineer clerk head doctor coach nurse teacher secretary planner captain".split(
    " ",
  ),
);

/** Whose app or site it may be. */
export const organisations: ReadonlySet<string> = new Set(
  "shop store company business studio school club firm agency bar house center centre clinic hospital restaurant hotel shelter museum library gym salon charity church garage cafe café bakery band university office association society startup practice farm venue theater theatre cinema park zoo railway airline team foundation winery brewery hostel nursery daycare kennel campsite pharmacy nonprofit department lab".split(
    " ",
  ),
);
