// Words for a public site, by what it is about; the first family that fits the plan speaks.
import type { ResolvedApp } from "#engine/prd/resolved.ts";

export interface SiteCopy {
  readonly headline: string;
  readonly lead: string;
  /** Icon, title, text. */
  readonly features: readonly (readonly [string, string, string])[];
  readonly about: readonly string[];
  /** Title and text of what the page about those behind the site tells. */
  readonly sections: readonly (readonly [string, string])[];
  readonly questions: readonly (readonly [string, string])[];
}

type Told = Omit<SiteCopy, "questions" | "sections">;
type Family = readonly [RegExp, (name: string) => Told, SiteCopy["questions"]];

type Question = SiteCopy["questions"][number];

const reachable: Question = [
  "How can I reach you?",
  "Write to us through the contact page. A person reads every message and answers by e-mail.",
];

const upToDate: Question = [
  "How often is this site brought up to date?",
  "Whenever there is something new. The front page shows the latest first.",
];

const isShop: RegExp = /shop|store|product|e-?commerce|catalog|sell|cart/;

const families: readonly Family[] = [
  [
    /restaurant|menu|dish|cafe|bakery|bistro/,
    () => ({
      headline: "Good food, cooked today",
      lead: "A short menu that follows the season, and a table that is yours for the evening.",
      features: [
        ["heart", "Cooked from scratch", "Stocks, breads and sauces start in our own kitchen every morning."],
        ["map", "From close by", "Most of what is on the plate comes from farms that we know by name."],
        ["calendar", "Time to stay", "We do not turn tables. Come early, stay late, order one thing more."],
      ],
      about: [
        "We opened with six tables and one rule: if we would not eat it at home, it does not leave the kitchen.",
        "The menu is short because it changes often. Ask what came in this morning; that is usually the thing to have.",
      ],
    }),
    [["Do you cook for allergies?", "Yes. Tell us when you book, and the kitchen plans for it."]],
  ],
  [
    /blog|article|news|magazine|journal|editorial|recipe/,
    (name) => ({
      headline: `${name}: new stories, every week`,
      lead: "Careful writing about things that last longer than a day.",
      features: [
        ["pencil", "Written with care", "Each piece is edited and checked before you see it."],
        ["book", "Made for reading", "No pop-ups and no noise. A page, a text, and room to think."],
        ["bell", "Always something new", "The latest pieces are on the front page, the older ones one click away."],
      ],
      about: [
        `${name} is written for people who like to understand how things work and who made them.`,
        "We would rather publish one good piece than five quick ones. If we get something wrong, we say so in the text.",
      ],
    }),
    [["May I suggest a subject?", "Please do. Many of the best pieces began as a letter from a reader."]],
  ],
  [
    isShop,
    (name) => ({
      headline: "Things worth keeping",
      lead: `${name} carries a small range, chosen one by one, described honestly and priced fairly.`,
      features: [
        ["check", "Chosen, not collected", "We use what we sell. What does not hold up leaves the range."],
        ["box", "Packed with care", "Orders leave within two working days, in paper rather than plastic."],
        ["move", "Easy to send back", "Changed your mind? Return it within thirty days."],
      ],
      about: [
        "We started because we were tired of buying the same thing twice.",
        "Everything here has been in daily use with one of us for some time before it was offered to you.",
      ],
    }),
    [
      ["How long does delivery take?", "Two to four working days. You hear from us when the parcel leaves."],
      ["Can I send something back?", "Within thirty days, as it came. Write to us first, and we tell you where to."],
    ],
  ],
  [
    /event|conference|festival|concert|wedding|meetup/,
    () => ({
      headline: "Be there when it happens",
      lead: "The programme, the people and the places, all in one spot.",
      features: [
        ["calendar", "A full programme", "See what is on, when it starts and how long it takes."],
        ["users", "People worth meeting", "Speakers, artists and guests who have something to say."],
        ["map", "Easy to find", "Every entry says where to go and what to bring."],
      ],
      about: [
        "We bring people together around things they care about, in rooms small enough to talk.",
        "Each programme is put together by volunteers who go to far too many events themselves.",
      ],
    }),
    [["Are the places accessible?", "All our venues have step-free access. Tell us if you need something else."]],
  ],
  [
    /portfolio|photograph|design|artist|studio|gallery|artwork/,
    () => ({
      headline: "Selected work",
      lead: "Projects made with patience, for people who care about the details.",
      features: [
        ["image", "Made to be looked at", "Each project is shown with the thinking behind it."],
        ["users", "Close cooperation", "Few clients at a time, and one person who answers."],
        ["check", "Finished properly", "The last five per cent is where good work is made."],
      ],
      about: [
        "The work here spans several years and quite different clients. What connects it is attention.",
        "New projects usually begin with a long talk and a short brief.",
      ],
    }),
    [
      [
        "Are you taking on new work?",
        "Usually, with a few weeks of notice. Write a few lines about what you have in mind.",
      ],
    ],
  ],
  [
    /saas|software|startup|developer|productivity|(?<!learning |course |education |teaching )platform/,
    (name) => ({
      headline: "Less busywork, more done",
      lead: `${name} keeps the work, the people and the deadlines of a team in one calm place.`,
      features: [
        ["chart", "Everything in sight", "What is on, what is late and who has it, without asking around."],
        ["users", "Made for teams", "Invite people in seconds; everybody sees what concerns them."],
        ["check", "Ready in an afternoon", "Start from a plan that works and change it as you go."],
      ],
      about: [
        `${name} began as the tool that we missed ourselves: quick, quiet, and honest about what is left to do.`,
        "It is made by a small team that answers its own support mail.",
      ],
    }),
    [
      ["May I try it before I pay?", "Yes. Every plan starts with thirty days for nothing, without a card."],
      ["Can I change the plan later?", "At any time, up or down; you pay for what you used."],
    ],
  ],
  [
    /gym|fitness|yoga|workout|trainer|sport|club/,
    () => ({
      headline: "Stronger, one week at a time",
      lead: "Classes, trainers and a place that is glad to see you.",
      features: [
        ["heart", "For every level", "Start where you are. Nobody here began as an athlete."],
        ["calendar", "Early and late", "Classes before work, after work and at the weekend."],
        ["users", "Trainers who notice", "Small groups, so that somebody sees how you move."],
      ],
      about: [
        "We opened because the places we knew had more mirrors than people who cared.",
        "Come by for a class; the first one is on us.",
      ],
    }),
    [["Is the first class free?", "Yes. Bring water and a towel; we have the rest."]],
  ],
  [
    /school|course|lesson|learn|academy|university|tutor|student/,
    () => ({
      headline: "Learn it properly",
      lead: "Courses by people who do the work themselves, in steps that stay with you.",
      features: [
        ["book", "Clear steps", "Each lesson builds on the last, and none is longer than it has to be."],
        ["users", "Teachers who answer", "Ask, and hear from a person within a day."],
        ["star", "Something to show", "Every course ends with a piece of work that is yours."],
      ],
      about: [
        "We teach what we practise, and we practise it still.",
        "Our groups are small, because questions are the better half of a lesson.",
      ],
    }),
    [["Do I need to know anything beforehand?", "Each course says what it builds on; most build on curiosity alone."]],
  ],
  [
    /clinic|doctor|dental|dentist|health|patient|therap|veterin|salon|spa|barber|beauty/,
    () => ({
      headline: "In good hands",
      lead: "Time for you, clear words, and people who know what they do.",
      features: [
        ["heart", "Time to listen", "We plan so that nobody is rushed through the door."],
        ["calendar", "Easy to book", "See what is free, and choose what suits you."],
        ["check", "Clear beforehand", "You know what happens, how long it takes and what it costs."],
      ],
      about: [
        "A small team that has worked together for years, and still looks forward to Mondays.",
        "We would rather see you less often and do it right.",
      ],
    }),
    [["How do I move an appointment?", "Write or call a day ahead, and we find another time together."]],
  ],
  [
    /charity|donat|volunteer|non-?profit|foundation|shelter|adopt/,
    (name) => ({
      headline: "Small help, real change",
      lead: `${name} brings people who can give an hour or a little money to where it matters.`,
      features: [
        ["heart", "Close to the ground", "We know the people we work for by name."],
        ["receipt", "Open books", "Where the money goes is for everyone to see."],
        ["users", "Room for you", "An afternoon a month is plenty to begin with."],
      ],
      about: [
        "We started with a table at a market and a list of things that needed doing.",
        "Most of the work is still done by volunteers, and most of the money still goes where it should.",
      ],
    }),
    [["How can I help?", "Write to us. There is something to do for an hour as well as for a year."]],
  ],
  [
    /real estate|property|properties|apartment|listing|house|rental/,
    () => ({
      headline: "Find your place",
      lead: "Homes that we have walked through ourselves, with what is good about them and what is not.",
      features: [
        ["home", "Seen in person", "No listing goes up before one of us was there."],
        ["wallet", "No surprises", "Price, costs and condition are said at the start."],
        ["map", "We know the streets", "Schools, noise, light in the afternoon: just ask."],
      ],
      about: [
        "We have found homes for people in this town for many years, and still like the first visit best.",
        "A good match takes patience. We have it.",
      ],
    }),
    [["How do I see a place?", "Write to us with two times that suit you, and we confirm one of them."]],
  ],
  [
    /travel|tour|hotel|destination|trip|room/,
    () => ({
      headline: "Go somewhere good",
      lead: "Places to stay and things to see, picked by people who have been there.",
      features: [
        ["map", "Places we know", "We have slept in the beds and walked the paths."],
        ["wallet", "Clear prices", "What you read is what you pay."],
        ["message", "Somebody to ask", "Before you go and while you are away."],
      ],
      about: [
        "We plan journeys the way we like them ourselves: unhurried, with room for a detour.",
        "Everything we suggest was visited by one of us in the last two years.",
      ],
    }),
    [["When is the best time to go?", "It depends on the place. Ask us, and we answer from experience."]],
  ],
];

/** The summary of a plan speaks to whoever ordered the app, not to visitors. */
const forVisitors = (lead: string): string =>
  lead === "" || /can be listed|dashboard gives/.test(lead)
    ? "Have a look around: what we do, how we work, and how to reach us."
    : lead;

const general = (name: string, summary: string): Told => ({
  headline: `Welcome to ${name}`,
  lead: summary,
  features: [
    ["star", "Done well", "We take on what we do well, and take the time that it needs."],
    ["users", "People you can talk to", "You always know who works for you and how to reach them."],
    ["check", "As agreed", "Clear words beforehand, no surprises afterwards."],
  ],
  about: [
    `${name} is run by a small team that has worked together for years.`,
    "We believe that good work speaks clearly, so we show it here and let you judge for yourself.",
  ],
});

/** One person tells of themselves, a company of itself. */
function sectionsOf(app: ResolvedApp, subject: string): SiteCopy["sections"] {
  const { name } = app.prd;
  const offered = app.models
    .slice(0, 3)
    .map(({ pluralLabel }) => pluralLabel.toLowerCase())
    .join(", ");
  if (/portfolio|\bcv\b|resume|biograph|designer|photographer|artist|freelanc/.test(subject)) {
    return [
      ["Background", "Trained on the job and at school, with teachers who asked why before they asked how."],
      ["Experience", "More than ten years of work, alone and in teams, for small companies and for large ones."],
      ["Achievements", "Several awards along the way; the clients who came back count for more."],
    ];
  }
  return [
    [
      "Our history",
      `${name} began as an idea among friends and has grown with the people who use it, one step at a time.`,
    ],
    [
      "Our mission",
      `We want it to be easy to find and use what we offer: ${offered}. Everything else follows from that.`,
    ],
    ["Our values", "Honest information, careful work and respect for everyone who gives us their time."],
    ["Our team", "A small group with different trades and one standard, who answer for what they do by name."],
  ];
}

const firstSentence = (text: string): string =>
  (/^.{20,180}?[.!?](?=\s|$)/s.exec(text)?.[0] ?? "").replace(/\s+/g, " ");

export function siteCopy(app: ResolvedApp): SiteCopy {
  const name = app.prd.name;
  const subject = [name, ...app.models.map((model) => model.label), app.prd.summary].join(" ").toLowerCase();
  const sells = app.prd.capabilities?.some(({ kind }) => kind === "shop") === true;
  // What it sells may be called anything: pots, rings, seeds.
  const family =
    families.find(([pattern]) => pattern.test(subject)) ??
    (sells ? families.find(([pattern]) => pattern === isShop) : undefined);
  const copy = family?.[1](name) ?? general(name, forVisitors(firstSentence(app.prd.summary)));
  return { ...copy, sections: sectionsOf(app, subject), questions: [...(family?.[2] ?? [upToDate]), reachable] };
}
