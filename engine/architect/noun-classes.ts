// What a thing that the catalogue does not know is probably kept with, by what kind of noun it is: a place has an address,
// a picture shows something, a payment has an amount.
import type { PrdField } from "#engine/prd/schema.ts";
import { type EntityData, parseFieldSpec } from "./catalogue/family.ts";

const classes: readonly (readonly [fields: EntityData["fields"], nouns: string])[] = [
  [
    "title*;image*;caption:longText;tags:text;created on:date",
    "meme drawing painting sketch sculpture wallpaper tattoo illustration poster postcard sticker comic cartoon selfie snapshot outfit look design print pattern logo mural",
  ],
  [
    "name*;location;description;image;opening hours:text;website;rating",
    "place spot cafe bar pub bakery market park beach playground garden shop store studio gallery theatre theater cinema church castle monument viewpoint landmark village town island lake mountain cave waterfall cabin hut farm winery brewery pool",
  ],
  ["name*;floor:text;capacity:integer[0..];description;image", "room hall classroom chamber"],
  [
    "name*;difficulty;grade:text;length:decimal[0..];location;description;image",
    "route trail path hike climb boulder piste walk ride segment",
  ],
  [
    "title*;file;description;version:text;valid until:date;status(Draft|In review|Approved|Expired)=Draft",
    "document form certificate licence license permit paper manual guideline protocol blueprint drawing statement agreement handbook",
  ],
  [
    "reference*;amount*:money;date;status(Open|Paid|Overdue|Waived)=Open;notes",
    "fee fine bill toll due instalment installment refund deposit subsidy due bonus cheque check penalty pledge",
  ],
  ["item*;amount*:money;quantity:integer[1..]=1;sold on*:date;region(North|South|East|West);notes", "sale"],
  [
    "label*;value*:decimal;unit:text;measured at:dateTime;notes",
    "reading measurement level sample temperature metric value figure signal",
  ],
  [
    "title*;date*;duration minutes:integer[0..];location;notes",
    "session visit check treatment feeding walk practice rehearsal game round trip outing stay ceremony shift watering cleaning repair tasting experiment interview audition pickup patrol hunt evening dive excursion charter",
  ],
  [
    "title*;starts at*:dateTime;ends at:dateTime;location;description;image;capacity:integer[0..]",
    "workshop course tour lecture seminar webinar show performance screening fair exhibition camp retreat class match race party parade",
  ],
  [
    "name*;category:text;quantity:integer[0..]=1;location;condition;image;notes",
    "tool kit key board toy costume instrument camera lens tent bike bicycle boat kayak surfboard skateboard ladder ski snowboard boot helmet pole wetsuit sled costume drone bag case crate container tray shelf cabinet drawer bin bottle jar machine device gadget part component material fabric yarn thread bead seed bulb filter battery cable",
  ],
  [
    "name*;description;price;image;available:boolean=true",
    "cake cookie bread pastry pizza burger sandwich salad soup juice tea coffee cocktail candle soap perfume jewel ring necklace bracelet earring dress shirt shoe hat scarf sweater bouquet flower basket box hamper gift voucher pass ticket membership package lamp chair sofa rug vase mug bowl plate",
  ],
  [
    "title*;description;status(New|Under review|Accepted|Declined)=New;author name:text;submitted on:date",
    "idea suggestion proposal wish complaint report claim petition nomination pitch submission request",
  ],
  [
    "reason*:text;starts on*:date;ends on*:date;status(Requested|Approved|Declined)=Requested;notes",
    "absence sickness furlough",
  ],
  ["question*;answer;category;position:integer[0..]", "question riddle puzzle clue prompt"],
  [
    "title*;description;starts on:date;ends on:date;status(Planned|Running|Done)=Planned;notes",
    "plan programme program schedule timetable routine challenge phase",
  ],
  ["title*;link:url;description;duration:integer[0..];image", "video clip livestream stream webcast tutorial"],
  ["title*;quote*:longText;source:text;topic:text", "quote proverb joke fact saying aphorism affirmation"],
];

const byNoun = new Map(classes.flatMap(([fields, nouns]) => nouns.split(" ").map((noun) => [noun, fields] as const)));

/** Where more than the last word decides. */
const byName: readonly (readonly [RegExp, EntityData["fields"]])[] = [
  [/^meeting$/, "title*;date;attendees:text;minutes:richText;file"],
  [/^checklist item$/, "title*;due date;done:boolean=false;notes"],
  [/^(?:floor|site|seating) plan$/, "title*;image;file;description"],
  [
    /^(?:consultation|quote|estimate|callback|demo|viewing|test drive|catering|tour|information|service|appointment|brochure|sample) request$|\b(?:inquiry|enquiry|nomination|referral|application)$/,
    "name*;email;phone;message;status(New|In progress|Answered)=New;submitted on:date",
  ],
];

/** Null for a noun of no known kind. `noun`: singular, lower case, the last word of the name. */
export function classFields(entity: string, noun: string): PrdField[] | null {
  const spec = byName.find(([name]) => name.test(entity.toLowerCase()))?.[1] ?? byNoun.get(noun);
  return spec === undefined ? null : spec.split(";").map((each) => parseFieldSpec(entity, each));
}
