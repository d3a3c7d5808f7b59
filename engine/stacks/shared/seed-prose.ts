// Sentences for example rows, by what the field means and what kind of record it describes. The first match counts.
import { list } from "./seed-names.ts";

export type ModelKind =
  | "person"
  | "organisation"
  | "place"
  | "event"
  | "task"
  | "transaction"
  | "document"
  | "review"
  | "food"
  | "thing";

export interface Prose {
  readonly field?: RegExp;
  readonly model?: RegExp;
  readonly kinds?: readonly ModelKind[];
  /** Of what has a picture: work that is shown rather than worked through. */
  readonly pictured?: true;
  /** Of what is bought or kept in stock. */
  readonly priced?: true;
  readonly texts: readonly string[];
}

/** Single lines, by the field's name; `model` narrows where a name means different things. */
export const lines: readonly Prose[] = [
  { field: /result/, model: /saved result/, texts: list("240|312.50|96|275|188.40|64|420|199") },
  {
    field: /subject/,
    model: /message|mail|inquir|enquir|contact/,
    texts: list(
      "Question about delivery|Thank you for last week|Change of address|Booking for six people|Opening hours in May|Photos from Saturday|Small correction|Invoice copy needed",
    ),
  },
  {
    field: /location/,
    model: /listing|propert|apartment|house|home|flat|villa|campsite/,
    texts: list(
      "Mill Lane, Leeds|Harbour Street, Portland|Cedar Avenue, Austin|Market Square, Bristol|Orchard Way, Toronto|Station Road, Ghent|Park Crescent, Leeds|Riverside Drive, Bristol",
    ),
  },
  { field: /open/, model: /opening|hour/, texts: list("12:00|12:00|12:00|12:00|11:30|11:30|10:00|10:00") },
  { field: /clos/, model: /opening|hour/, texts: list("21:00|21:00|22:00|22:00|23:30|23:30|20:00|18:00") },
  {
    field: /special/,
    model: /doctor|dentist|physician|nurse|therap|specialist/,
    texts: list(
      "General practice|Cardiology|Dermatology|Paediatrics|Orthopaedics|Neurology|Ophthalmology|Internal medicine",
    ),
  },
  {
    field: /special/,
    model: /trainer|coach|instructor/,
    texts: list(
      "Strength and conditioning|Yoga and mobility|Endurance|Rehabilitation|Nutrition|Beginners|Group training|Boxing",
    ),
  },
  {
    field: /special/,
    model: /staff|stylist|barber|beautician/,
    texts: list("Colour|Cuts and styling|Nails|Facials|Bridal hair|Beard care|Massage|Extensions"),
  },
  {
    field: /special/,
    texts: list("Onboarding|Billing|Technical questions|Training|Planning|Quality|Key accounts|Reporting"),
  },
  {
    field: /subject/,
    model: /teacher|tutor|instructor|professor/,
    texts: list("Mathematics|Biology|English|History|Physics|Art|Music|Geography"),
  },
  {
    field: /position/,
    model: /player|athlete/,
    texts: list("Goalkeeper|Centre-back|Left-back|Defensive midfielder|Winger|Striker|Right-back|Playmaker"),
  },
  {
    field: /job title|position|job|role|occupation|profession|headline|title/,
    kinds: ["person"],
    texts: list(
      "Operations manager|Product designer|Account executive|Software engineer|Office coordinator|Financial analyst|Head of purchasing|Marketing lead",
    ),
  },
  {
    field: /job title|position|job|role|occupation|profession/,
    texts: list(
      "Operations manager|Product designer|Account executive|Software engineer|Office coordinator|Financial analyst|Head of purchasing|Marketing lead",
    ),
  },
  {
    field: /breed/,
    texts: list("Labrador|European Shorthair|Border Collie|Beagle|Maine Coon|Mixed breed|Dachshund|Siamese"),
  },
  { field: /species/, texts: list("Dog|Cat|Dog|Rabbit|Cat|Dog|Guinea pig|Parrot") },
  {
    field: /diagnos/,
    texts: list(
      "Seasonal allergy|Type 2 diabetes|Sprained ankle|High blood pressure|Acute bronchitis|Migraine|Iron deficiency|Lower back strain",
    ),
  },
  {
    field: /medicine|medication|drug/,
    texts: list(
      "Amoxicillin 500 mg|Ibuprofen 400 mg|Metformin 850 mg|Salbutamol inhaler|Omeprazole 20 mg|Atorvastatin 10 mg|Cetirizine 10 mg|Amlodipine 5 mg",
    ),
  },
  { field: /dosage|dose/, texts: list("1 tablet|2 tablets|5 ml|2 puffs|1 capsule|10 drops") },
  { field: /allerg/, texts: list("Penicillin|None known|Pollen|Peanuts|Latex|None known") },
  {
    field: /make|manufacturer/,
    model: /vehicle|car|truck|van|fleet/,
    texts: list("Ford|VW|Toyota|Renault|Škoda|Mercedes-Benz|Hyundai|Peugeot|Volvo|Fiat|Kia|Nissan"),
  },
  {
    field: /model/,
    model: /vehicle|car|truck|van|fleet/,
    texts: list("Transit Custom|Caddy|Corolla|Kangoo|Octavia|Sprinter|Ioniq 5|Expert|XC40|Ducato|Niro|Leaf"),
  },
  { field: /garage|workshop/, texts: list("Mill Lane Motors|Harbour Garage|Quickfit Northside|Station Road Autos") },
  { field: /model/, texts: list("Series 5|T14|Pro 200|Compact X|Mark II|Plus 40") },
  {
    field: /industry|sector/,
    texts: list("Logistics|Retail|Food production|Manufacturing|Media|Healthcare|Construction|Software"),
  },
  { field: /genre|style/, texts: list("Indie folk|Jazz|Electronic|Soul|Classical|Rock|Singer-songwriter|Ambient") },
  { field: /unit/, texts: list("piece|box|kg|litre|pack") },
  { field: /department|team|division/, texts: list("Operations|Finance|Marketing|Product|Customer care") },
  {
    field: /room|location|venue|place|shelf|bin/,
    model: /product|item|stock|part|asset|equipment|book|movement/,
    texts: list("Aisle 3, shelf B|Aisle 1, shelf D|Back room|Front display|Cabinet 2|Loading bay"),
  },
  {
    field: /location/,
    model: /job|vacanc|compan|contact|branch/,
    texts: list("Portland, OR|Lisbon|Rotterdam|Leeds|Austin, TX|Toronto|Remote|Denver, CO"),
  },
  { field: /room/, texts: list("Studio 2|Room 214|Oak room|Workshop A|Room 118|Garden room") },
  {
    field: /location|venue|place|where/,
    texts: list("Harbour Hall|The Old Foundry|Garden Stage|Riverside Theatre|Market Hall|The Boathouse"),
  },
  { field: /colou?r/, texts: list("Slate grey|Forest green|Sand|Navy blue|Terracotta|White") },
  { field: /size/, texts: list("S|M|L|XL") },
  { field: /language/, texts: list("English|Spanish|Portuguese|Swedish|French|German") },
  { field: /duration|time/, texts: list("45 minutes|1 hour|2 hours|30 minutes|Half a day|90 minutes") },
  {
    field: /skill|tag|keyword/,
    texts: list(
      "planning, budgeting|illustration, branding|TypeScript, SQL|copywriting|photography, editing|bookkeeping",
    ),
  },
  { field: /relation/, texts: list("Sister|Husband|Mother|Friend|Father|Partner") },
  { field: /material/, texts: list("Oak|Steel|Cotton|Recycled paper|Aluminium|Ceramic") },
  {
    field: /option|answer|choice/,
    texts: list("Lisbon|Saturn|Four|Rembrandt|Water|The Volga|1969|144|Carbon dioxide|The Pacific|Six|Mandarin"),
  },
  { field: /categor|type|topic/, texts: list("Standard|Seasonal|Outdoor|Workshop|Gifts|Premium") },
  { field: /priority/, texts: list("Normal|High|Low|Normal") },
  { field: /status|state/, texts: list("Open|In progress|Done|Open|Waiting") },
  { field: /score|result/, texts: list("2–1|0–0|3–2|1–4|2–2|1–0") },
  { field: /insurance/, texts: list("Harbour Mutual|Northern Health|BlueShield Family|Meridian Care") },
  {
    field: /reason|symptom/,
    texts: list(
      "Sore throat and fever|Routine control|Headaches since last week|Pain when walking|Renewal needed|Requested by phone",
    ),
  },
];

/** Paragraphs: long texts, and single lines whose name asks for prose. */
export const paragraphs: readonly Prose[] = [
  {
    field: /option|choice/,
    model: /question/,
    texts: list(
      "Lisbon; Porto; Madrid; Faro|Saturn; Jupiter; Mars; Neptune|Four; Five; Six; Three|Rembrandt; Vermeer; Van Gogh; Hals|Water; Salt; Oxygen; Hydrogen|The Volga; The Danube; The Rhine; The Loire|1969; 1959; 1972; 1981|144; 132; 124; 148|Carbon dioxide; Oxygen; Nitrogen; Helium|The Pacific; The Atlantic; The Indian Ocean; The Arctic Ocean|Six; Five; Seven; Eleven|Mandarin; English; Spanish; Hindi",
    ),
  },
  {
    model: /opening|hour/,
    texts: list("Longer on the first of the month.|The last hour by appointment.|Closed on public holidays."),
  },
  {
    model: /faq/,
    texts: list(
      "Write to us through the contact form or call; we answer within a day.|Yes, up to one day before, without a fee.|By card, by transfer, or in cash on the spot.|Usually two to three working days.|On Saturdays until noon.|The address and the way are on the contact page.|From eight people on; ask us for an offer.|It is used for your request alone and deleted on demand.",
    ),
  },
  {
    model: /thread|discussion/,
    texts: list(
      "New here, and glad to have found this place. Say hello, and tell us what brought you.|I have tried lists and calendars, and neither feels right. How do you do it?|Where would you start today, if you knew nothing about it? I have an hour in the evening.|I need something for the train. What did you like, and what did you put down?|Collecting what works, so that others find it in one place. Add yours below.|Would anybody join, if we met once in the spring? A Saturday, somewhere in the middle.|Finished something at the weekend? Post it here, rough edges and all.|Where do I change how often I get messages? I have looked twice.|A year later I would begin smaller. What about you?|What are you working on from Friday to Sunday?|The one that cost me most was not asking early. Which was yours?|One wish each, please. We sort them together in January.",
    ),
  },
  {
    model: /reply|response/,
    texts: list(
      "I had the same question last year. What helped was to start small and keep notes.|Welcome! Have a look at the older threads too, there is a lot in them.|I would do it the other way round: first the plan, then the tools.|Count me in for the spring.|It depends a little on how much time you have. Can you say more?|Thank you, that is exactly what I was looking for.|Two years with the second way here, and no regrets.|Good point. I had not thought of that.",
    ),
  },
  {
    field: /description|about|summary|story/,
    model: /project|work|shoot|series|photo|artwork/,
    pictured: true,
    texts: list(
      "Made over three mornings, with natural light alone.|A small team, one location and a clear idea.|The brief was one sentence; the rest we found on the way.|Shown as a series of twelve, printed large.|Begun as a sketch and finished with the people in it.|Calm colours, few words, and room to look.",
    ),
  },
  {
    field: /description|note|detail/,
    model: /ticket|issue|bug|incident/,
    texts: list(
      "Happens every time since Monday; worked before.|Tried two browsers, same result. Screenshot attached.|Only one colleague is affected so far.|Not urgent, there is a workaround.|We need this before the end of the month.|Started right after the last update.",
    ),
  },
  {
    field: /note/,
    model: /ingredient|grocer|pantry/,
    texts: list(
      "Finely chopped.|Plus a little more to serve.|At room temperature.|Rinsed and drained.|Or whatever is in season.|To taste.",
    ),
  },
  {
    model: /grade|assignment|exam|homework|assessment/,
    texts: list(
      "Careful work with a clear structure.|Good ideas; check the sources again.|Much better than last time.|Two questions left out, the rest is right.|Creative and well presented.|Please see me about question 4.",
    ),
  },
  {
    field: /diagnos/,
    texts: list(
      "Mild inflammation, no fever.|Healthy; weight slightly above average.|Sprain, nothing broken.|Seasonal allergy.|Infection of the left ear.|Tartar on the back teeth.",
    ),
  },
  {
    field: /lyric/,
    texts: list(
      "Paper boats on the morning tide, we folded our names inside.|Slow, slow, the harbour goes, and nobody asks it why.|Copper sky over the rooftops, and I am walking home.|Leave the lantern by the window, I will find the door.",
    ),
  },
  {
    model: /artist|band|musician|performer|singer/,
    texts: list(
      "Four friends from the coast who still rehearse in a boathouse.|Writes on the piano, records on tape.|Brass, strings and a drum machine named Otto.|Harmonies first; everything else is optional.|Three albums and two hundred concerts in five years.|Plays small rooms and fills them.",
    ),
  },
  {
    model: /album|song|track|playlist|record$/,
    texts: list(
      "Best played loud, in one go.|Warm, slow and a little rough at the edges.|Found at the flea market, still in good shape.|For long drives after dark.|The one everybody asks about.|Grows with every listen.",
    ),
  },
  {
    model: /menu|dish|drink/,
    texts: list(
      "Made to order, with bread from the bakery next door.|Vegetarian; vegan on request.|Our most ordered dish since the opening.|Contains nuts and milk.|With seasonal vegetables and herbs from the garden.|Small or large, hot or cold.",
    ),
  },
  {
    field: /allerg/,
    texts: list(
      "Penicillin: rash within hours.|None known.|Birch and grass pollen, worst in spring.|Peanuts; carries an auto-injector.|Latex gloves.|None reported so far.",
    ),
  },
  {
    field: /medical history|condition|anamnes/,
    texts: list(
      "Appendix removed as a teenager. Otherwise healthy.|Asthma since childhood, well controlled with an inhaler.|High blood pressure, treated for four years.|Broken wrist last winter, fully healed.|No major illnesses. Runs twice a week.|Mild migraine, two or three times a month.",
    ),
  },
  {
    field: /symptom/,
    texts: list(
      "Dry cough for two weeks, no fever.|Pain in the right knee when climbing stairs.|Tired since the beginning of the month.|Itching and redness on both forearms.|Headache behind the eyes, worse in the evening.|Dizzy after standing up quickly.",
    ),
  },
  {
    field: /treatment|therapy/,
    texts: list(
      "Rest and physiotherapy, six sessions.|Antibiotics for seven days, then a check-up.|Change of diet; weigh in again next month.|Cortisone cream twice a day.|Keep a headache diary; more water, regular sleep.|Medication unchanged.",
    ),
  },
  {
    field: /ingredient/,
    texts: list(
      "4 chicken thighs, 2 lemons, thyme, olive oil, salt|1 kg tomatoes, 1 onion, 3 cloves of garlic, 500 ml stock|300 g risotto rice, 250 g mushrooms, parmesan, white wine|200 g lentils, 3 carrots, 800 g potatoes, butter|2 salmon fillets, white miso, rice, spring onions|5 apples, 150 g flour, 100 g butter, 80 g sugar",
    ),
  },
  {
    field: /instruction|step|method|direction|preparation/,
    model: /recipe|meal|dish|cook/,
    texts: list(
      "Heat the oven to 200 °C. Toss everything in a tray and roast for 40 minutes.|Soften the onion, add the rest and simmer for half an hour. Blend until smooth.|Fry the base gently, add the stock ladle by ladle and stir until creamy.|Cook the filling, spread the mash on top and bake until golden.|Marinate for an hour, grill for eight minutes and serve on rice.|Rub the topping to crumbs, scatter over the fruit and bake for 35 minutes.",
    ),
  },
  {
    field: /instruction/,
    texts: list(
      "Take with food.|Once in the morning, with plenty of water.|Before going to bed.|Shake well before use.|Read the safety sheet first, then start with the lowest setting.|Keep the original packaging.",
    ),
  },
  {
    field: /cover letter|motivation/,
    texts: list(
      "I have run a team of eight for three years and would like to bring that experience to you.|Your focus on small, careful releases is how I like to work.|After five years in retail I know what customers ask first.|I built the booking system of our local theatre and learned a lot about calm software.|I am moving to the area in spring and looking for a long-term position.|Attached you find two projects close to the ones you describe.",
    ),
  },
  {
    field: /bio|about|profile/,
    kinds: ["person"],
    texts: list(
      "Twelve years in the field, and still curious. Spends weekends on the water.|Started as an apprentice, now leads a small team.|Grew up in Leeds, studied in Ghent, writes before breakfast.|Loves clear explanations and strong coffee.|Came to the profession by detour, after ten years as a chef.|Speaks four languages and mentors newcomers.",
    ),
  },
  {
    field: /skill|qualif|experience/,
    texts: list(
      "Planning, budgeting and reporting; certified project manager.|Illustration, branding and print layout.|TypeScript, SQL and a good eye for details.|Copywriting and editing in two languages.|Photography, retouching, short films.|Bookkeeping and payroll for small firms.",
    ),
  },
  {
    field: /address/,
    texts: list(
      "12 Harbour Street, Portland|48 Mill Lane, Leeds|7 Station Road, Ghent|220 Cedar Avenue, Austin|31 Market Square, Bristol|5 Orchard Way, Toronto",
    ),
  },
  {
    field: /message|reply/,
    texts: list(
      "Thanks for the quick answer, that solved it.|Could we move this to Thursday afternoon?|I attached the photos from Saturday.|Do you also deliver on weekends?|Everything arrived safely. See you next month.|I will confirm the number of guests by Friday.",
    ),
  },
  {
    model: /reservation|booking/,
    texts: list(
      "Late arrival, around ten in the evening.|Celebrating an anniversary.|Asked for a quiet corner.|Travelling with a small child; needs a cot.|Vegetarian, no nuts.|Confirmed by phone.",
    ),
  },
  {
    model: /comment/,
    texts: list(
      "I tried this last week, and it works.|Thank you; the second part made me think.|Is there more about this somewhere?|I see it a little differently, but well put.|Sent it on to half my family.|I come back to this one every few months.",
    ),
  },
  {
    field: /description|about|summary|details/,
    model: /pricing|plan$|tier/,
    texts: list(
      "Everything one needs to begin.|What most people take.|More room, and answers first.|For those who do this every day.|For several people, with one bill.|With somebody who knows you by name.|All of it, and early access to what is new.|By agreement, for large organisations.",
    ),
  },
  {
    model: /categor|tag|genre|topic/,
    texts: list(
      "For everything that comes up week after week.|New since spring, growing steadily.|The most popular of all.|A good place to begin.|Small, and well kept.|A little of everything.",
    ),
  },
  {
    kinds: ["review"],
    texts: list(
      "Arrived quickly and looks even better than in the pictures.|Clear and useful, thank you. I would have liked one more example.|Friendly service; we will come back.|Good quality for the price, though the box was dented.|This helped me more than anything else I read on the subject.|Took a while to get used to, now I would not want to miss it.",
    ),
  },
  {
    field: /message|body|comment|reply|feedback/,
    texts: list(
      "Thanks for the quick answer, that solved it.|Could we move this to Thursday afternoon?|I attached the photos from Saturday.|Well done; please check the second part again.|Everything arrived safely. See you next month.|I will confirm the number of guests by Friday.",
    ),
  },
  {
    kinds: ["food"],
    texts: list(
      "A weeknight classic: one pan, thirty minutes, hardly any washing-up.|Tastes even better the next day. Freezes well.|Light and fresh, with plenty of lemon and herbs.|Serve with warm bread and a green salad.|A family favourite since my grandmother's days.|Works with whatever vegetables are in season.",
    ),
  },
  {
    model: /patient/,
    texts: list(
      "Prefers morning appointments.|Needs step-free access.|Please remind by text message the day before.|New to the practice; records requested from the previous one.|Brings her daughter as an interpreter.|Anxious about needles; take a little more time.",
    ),
  },
  {
    model: /student|pupil/,
    texts: list(
      "Joined in the middle of the term and settled in quickly.|Helps younger classmates with maths.|Plays the cello in the school orchestra.|Needs a seat near the front.|Excused on Fridays for training.|Strong essays, shy in discussions.",
    ),
  },
  {
    kinds: ["person"],
    texts: list(
      "Prefers e-mail over calls and usually answers within a day.|Asked for a short call before the end of the quarter.|Moved recently; the new address has to be confirmed.|Introduced by a colleague.|Best reached in the afternoon.|Has been with us since the first year.",
    ),
  },
  {
    kinds: ["organisation"],
    texts: list(
      "Reliable and friendly; we have worked together since last spring.|Delivers on Tuesdays and Fridays, orders before noon.|Net 30 days; two per cent discount for early payment.|Small family business with short lead times.|Introduced by a long-standing partner. First order went smoothly.|Asks for purchase order numbers on every document.",
    ),
  },
  {
    model: /propert|apartment|house|listing|home|flat/,
    texts: list(
      "Bright rooms with a view of the water, five minutes from the station.|Renovated two years ago: new kitchen, oak floors, double glazing.|Quiet street, small garden facing south, storage in the basement.|Top floor with lift. Bicycle room and shared laundry.|Period features, high ceilings and a wood stove.|Close to schools and the park; parking on request.",
    ),
  },
  {
    kinds: ["place"],
    texts: list(
      "Step-free entrance, natural light, projector and whiteboard.|Quiet, with a view of the courtyard. Seats can be rearranged.|Close to the station; deliveries through the back entrance.|Heated in winter, shaded in summer.|Good acoustics and a small kitchen next door.|Open from eight to eight; the keys are at the front desk.",
    ),
  },
  {
    model: /appointment|visit|consultation/,
    texts: list(
      "Called to confirm the time.|Bring previous results, please.|First visit; arrive ten minutes early to fill in the form.|Rescheduled once from last week.|Follow-up in six weeks if nothing changes.|Went well, no further steps needed.",
    ),
  },
  {
    model: /match|fixture/,
    texts: list(
      "Kits: home in blue, away in white.|Expect a full car park; come by tram.|Two players back from injury.|Decided in the last ten minutes.|Referee confirmed.|Played on the second pitch because of rain.",
    ),
  },
  {
    model: /class|course|lesson|module/,
    texts: list(
      "Small group with time for questions. No experience needed.|Builds on the beginners' course; bring your notes.|Half theory, half practice. Materials are included.|A calm pace; everyone starts at their own level.|Finishes with a small project of your choice.|For everyone who wants to refresh the basics.",
    ),
  },
  {
    kinds: ["event"],
    texts: list(
      "Doors open half an hour earlier. Drinks and snacks at the bar.|Bring a notebook; everything else is provided.|In the garden if the weather holds, otherwise in the main hall.|Please register by the day before, seats are limited.|A relaxed evening with short talks and time to meet.|Suitable for families; children come in free.",
    ),
  },
  {
    kinds: ["task"],
    texts: list(
      "Ask for the latest figures first; last month's are in the shared folder.|Half a day of work. Two people should look at it before it goes out.|Waiting for an answer from the supplier.|Keep it short: one page and one chart.|Came up in the Monday meeting and everyone agreed it matters.|The old version stays available until the end of the month.",
    ),
  },
  {
    kinds: ["transaction"],
    texts: list(
      "Confirmed by phone.|Repeat order, same conditions as last time.|Two boxes were damaged; the rest is fine.|Please leave at the back entrance.|Checked against the delivery note.|Paid by card, receipt attached.",
    ),
  },
  {
    kinds: ["document"],
    texts: list(
      "What we tried, what worked and what we would do differently next time.|A short read for a long train ride.|The story behind the project, told by the people who built it.|Practical advice, with a checklist at the end.|An overview for newcomers; experts may skip to the second half.|Updated this spring with new examples.",
    ),
  },
  {
    model: /book|novel/,
    texts: list(
      "A slow, generous novel about three generations in a harbour town.|Field notes and drawings from twenty years on the water.|Letters found in an attic open a family's past.|A mystery with as many gears as the clocks in it.|Short essays on wood, salt and patience.|For readers who like their history told by ordinary people.",
    ),
  },
  {
    model: /vehicle|car|truck|van|bike/,
    texts: list(
      "Roof rack and tow bar fitted. New tyres last autumn.|Small scratch on the left rear door.|Non-smoker, full service history.|Used mainly for city deliveries.|Spare key in the office safe.|Long-distance vehicle, very comfortable.",
    ),
  },
  {
    model: /team|department|group/,
    texts: list(
      "For everything that comes up week after week.|A small group with a long tradition.|New since spring, growing steadily.|Reviewed twice a year.|The most popular of all.|Open to newcomers.",
    ),
  },
  {
    model: /pet|animal/,
    texts: list(
      "Friendly with children, shy with other dogs.|Eats everything, including socks.|Microchipped; passport with the owner.|Needs drops in the left ear every evening.|Adopted last summer and full of energy.|Prefers a blanket over the basket.",
    ),
  },
  {
    model: /service|treatment|package|membership|plan/,
    texts: list(
      "Includes preparation, the session itself and a short follow-up.|Our most booked option; suits first-time visitors.|Takes about an hour. Please arrive five minutes early.|With written summary and recommendations.|Can be combined with other services.|Free cancellation up to one day before.",
    ),
  },
  {
    field: /note|comment|remark/,
    model: /(order|cart|invoice) (item|line|position)/,
    texts: list(
      "Gift wrap, please.|In one parcel with the rest.|The same as last time.|A present: no invoice in the box.|Please pack it well.|Instead of the one that was sold out.",
    ),
  },
  {
    field: /explanation|answer|solution|hint/,
    model: /question|card|quiz/,
    texts: list(
      "Worth remembering: it comes up again.|Most people guess the second answer.|See the first chapter.|There are exceptions, but this is the rule.|It was different until a few years ago.|The name gives it away.",
    ),
  },
  {
    model: /quiz|question|trivia|flash ?card|deck/,
    texts: list(
      "Ten minutes, no trick questions.|Easier than it looks at first.|A little of everything.|For those who think they know it all.|Good for a rainy afternoon.|Try it twice, and watch the score rise.",
    ),
  },
  {
    kinds: ["thing"],
    field: /note|comment|remark/,
    texts: list(
      "Checked in spring, everything in order.|Spare parts are in the second drawer.|One is on loan until the end of the month.|Reorder early: delivery takes three weeks.|Last count matched.|Packaging slightly worn, contents fine.",
    ),
  },
  {
    kinds: ["thing"],
    priced: true,
    texts: list(
      "Sturdy, simple and easy to explain. A favourite of the regulars.|Sells steadily all year, a little more before the holidays.|New packaging since March; the contents are the same.|Keep it dry and out of the sun. Two-year warranty.|Comes with a mounting kit and a printed guide.|Light enough to carry, strong enough for every day.",
    ),
  },
  {
    kinds: ["thing"],
    texts: list(
      "The one that most people begin with.|Small, and complete in itself.|Changed a little since last year.|Asked for by several people.|Still a favourite.|Looked through in spring; nothing to add.",
    ),
  },
];

export const articleTexts: readonly string[] = [
  "Every Monday we sit down for half an hour and look at **three things**: what went well, what is stuck and what comes next.\n\n- keep the list short\n- name one person for each point\n- stop on time\n\nIt sounds simple, and that is why it works.",
  "When we opened a year ago we had one table and a borrowed printer. Here is what we learned since.\n\n1. Answer quickly, even without a solution\n2. Write prices where people look for them\n3. Celebrate *small* milestones",
  "The season is changing, and so is what we offer. Expect more local produce, longer evenings and a few surprises.\n\n> Come by on Saturday and try it before everyone else.",
  "People often ask how things are made. The short answer: slowly. The longer one starts at six in the morning, with coffee and a delivery van at the back door.",
];

export const offerTexts: readonly string[] = [
  "Made to last and easy to repair.\n\n- two-year warranty\n- ships within two days\n- spare parts available",
  "A favourite of our regulars, now in a **new edition**. Simple to set up and pleasant to use every day.",
  "Designed with people who use it for work. *Compact*, quiet and sturdy, with a printed guide in the box.",
];

export const courseTexts: readonly string[] = [
  "## What you will learn\n\n- the words and the rules behind them\n- how to solve typical tasks, step by step\n- where people go wrong, and why",
  "Short lessons, each with an example and a task of your own. You need **about two hours a week**.",
  "Starts from the beginning and ends with a small project.\n\n1. Foundations\n2. Practice\n3. Project",
];

export const programmeTexts: readonly string[] = [
  "## What to expect\n\nAn introduction, time to practise and a round of questions.\n\n- welcome and overview\n- hands-on part\n- discussion",
  "Open to everyone, no experience needed. Bring **comfortable clothes** and something to write with.",
  "We start with the basics and finish with a small project of your own.\n\n1. Foundations\n2. Practice\n3. Presentation",
];

export const jobTexts: readonly string[] = [
  "You keep an eye on the whole and enjoy the details.\n\n- three years of experience\n- clear writing\n- flexible hours, 28 days of leave",
  "We are a **small team** with short decisions. You will own your area from the first week and have time to learn.",
  "You talk to customers, spot what they need and turn it into plans. Part-time is possible.",
];
