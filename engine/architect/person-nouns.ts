// Nouns that say who somebody is.

const otherPeople = new Set(
  "host guest guide scout coach chef nurse pilot judge friend neighbour neighbor resident citizen artist musician tourist fan colleague parent client student patient participant applicant assistant attendant merchant tenant volunteer human person child kid adult teen girl boy bride groom flatmate roommate housemate classmate guard warden".split(
    " ",
  ),
);
const thingsThatSoundLikePeople = new Set(
  "computer printer folder paper order offer number letter container server router sensor filter poster banner motor reactor tractor mirror door floor color flavor river tower flower water counter timer theater newsletter chapter layer matter freezer cooler mixer heater charger adapter transformer trailer scooter roller ladder locker drawer burger beer cellar plant restaurant list playlist checklist wishlist tree fee coffee degree committee guarantee ledger register dinner supper hanger semester center cover helicopter hammer dishwasher washer blender toaster scanner projector reminder trigger identifier marker tracker tier border corner parameter meter thermometer odometer disorder shower drawer tower partner-programme weather summer winter october november december september power feather leather cheddar cider cluster transfer buffer burner cutter sticker primer refrigerator air-conditioner generator elevator escalator calculator indicator vector sector error corridor interior exterior harbor labor behavior tumor error waiver sweater jumper trainer-set slipper wrapper pepper ginger".split(
    " ",
  ),
);

/** Whether a singular noun says who somebody is: "farmer", "volunteer". */
export function isPersonNoun(noun: string): boolean {
  if (thingsThatSoundLikePeople.has(noun)) return false;
  return (
    ["er", "or", "ist", "ian", "ee", "eer", "man", "woman"].some(
      (end) => noun.length > end.length + 2 && noun.endsWith(end),
    ) || otherPeople.has(noun)
  );
}
