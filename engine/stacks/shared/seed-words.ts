// What records are called, by a word of the model's name and, where a word means different things, of the app's.
import { companies, list } from "./seed-names.ts";

export interface Titles {
  /** Matches where a word of the model's name starts. */
  readonly model: RegExp;
  /** Matches where a word of the app's models, name or summary starts; without it the entry fits every app. */
  readonly app?: RegExp;
  readonly titles: readonly string[];
}

const entry = (model: RegExp, text: string, app?: RegExp): Titles => ({
  model,
  titles: list(text),
  ...(app ? { app } : {}),
});

const clinic = /clinic|patient|doctor|dentist|medical|hospital|therap/;
const salon = /salon|barber|stylist|hair|beauty|spa|nail/;
const vehicles = /vehicle|car|garage|fleet|mechanic|workshop order/;
const vets = /vet|pet|animal/;
const restaurants = /restaurant|cafe|menu|dish|kitchen/;
const music = /music|album|band|concert|festival|song|artist/;
const sports = /match|league|team|club|player|sport|tournament|coach/;
const gyms = /gym|fitness|trainer|workout|yoga|studio/;
const schools = /school|student|teacher|course|pupil|lesson|universit/;
const money = /expense|budget|bank|finance|spending|saving|transaction/;
const forums = /forum|communit|discussion|thread/;
const studios = /photograph|portfolio|testimonial|art(ist|work)|gallery/;
const support = /ticket|support|help ?desk|bug|software|release/;
const homes = /propert|tenant|lease|landlord|apartment|real estate|rent/;

/** The first entry that fits counts. */
export const titlesByModel: readonly Titles[] = [
  entry(
    /saved result/,
    "First try|With everything|The smaller version|For comparison|As agreed on Monday|Lowest case|Highest case|After the change|Second opinion|Without extras|Last year's values|To be checked",
  ),
  entry(
    /table$/,
    "Table 1|Table 2|Table 3|Table 4|Table 5|Table 6|Table 7|Table 8|Bar|Terrace 1|Terrace 2|Window seat",
  ),
  entry(
    /faq/,
    "How can I reach you?|Can I change or cancel later?|Which ways of paying do you take?|How long does it take?|Do you also work on weekends?|Where can I find you?|Is there a discount for groups?|What happens to my data?",
  ),
  entry(/plan|package|tier/, "Starter|Basic|Plus|Professional|Team|Business|Premium|Enterprise", /pricing|saas/),
  entry(
    /opening (hour|time)|business hour|office hour|timetable/,
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Public holidays",
  ),
  entry(
    /appointment|booking|visit|consultation|reservation|session/,
    `Annual check-up|Knee pain, follow-up|Blood test results|Vaccination|Persistent cough|Blood pressure review|
    Skin rash|Lower back pain|Prescription renewal|Migraine consultation|Allergy test|First visit`,
    clinic,
  ),
  entry(
    /appointment|booking|visit|reservation|service|treatment/,
    `Haircut and styling|Full colour|Beard trim|Manicure|Blow-dry|Balayage|Facial, 60 minutes|
    Children's cut|Eyebrow shaping|Pedicure|Deep conditioning|Hot towel shave`,
    salon,
  ),
  entry(
    /appointment|visit|treatment|procedure/,
    `Yearly vaccination|Dental cleaning|Limping on hind leg|Microchip and passport|Nail trim|Ear infection, follow-up|
    Weight check|Spay consultation|Upset stomach|Blood work|Flea treatment|Puppy check`,
    vets,
  ),
  entry(
    /service|repair|maintenance|appointment|job|inspection/,
    `Oil and filter change|Brake pads, front axle|Annual inspection|Winter tyre change|Battery replacement|Air-conditioning service|
    Wheel alignment|Clutch repair|Windscreen chip repair|Timing belt|Headlight bulbs|Diagnostic scan`,
    vehicles,
  ),
  entry(
    /maintenance|repair|request|inspection/,
    `Dripping kitchen tap|Boiler pressure too low|Broken window latch|Hallway light out|Blocked shower drain|Washing machine leak|
    Front door lock sticks|Radiator stays cold|Smoke alarm battery|Loose balcony tile|Mould behind wardrobe|Intercom silent`,
    homes,
  ),
  entry(
    /ticket|issue|bug|incident|request/,
    `Cannot reset password|Export misses the last column|Invoice shows wrong address|App closes when adding a photo|
    Slow search on large lists|E-mails arrive twice|Wrong time zone in calendar|Add a second user|
    Printer not found|Dark mode hides the icons|Login code never arrives|Upload stops at 90 %`,
    support,
  ),
  entry(
    /quiz(?! result)/,
    "World capitals|Science basics|Famous inventions|Rivers and mountains|Film classics|The human body|Space and planets|World history|Food and drink|Music of the nineties|Flags of the world|Animals at home",
  ),
  entry(
    /lesson|chapter|unit|module/,
    "Where to begin|The words we need|A first example|Reading a diagram|Working in pairs|Common mistakes|Practice round|Looking back|A harder case|Putting it together|Questions and answers|The final project",
    schools,
  ),
  entry(
    /thread|topic|discussion|post|question/,
    "Introduce yourself here|How do you stay organised?|Looking for beginners' tips|What are you reading this month?|Best free tools you know|Meet-up in the spring?|Show us what you made|A small question about settings|What would you do differently?|Weekend projects|Lessons learned the hard way|Wish list for next year",
    forums,
  ),
  entry(
    /categor|topic|section|board/,
    "General talk|Introductions|Help and advice|Show and tell|News|Ideas|Events|Off topic|Guides|Feedback|Marketplace|Archive",
    forums,
  ),
  entry(
    /project|work|case|shoot|series/,
    "Harbour at dawn|Portraits in blue|The glassblower|Wedding on the coast|Quiet rooms|A winter in the north|Market day|Hands at work|City from above|The orchard house|Dancers, backstage|Letters and light",
    studios,
  ),
  entry(
    /milestone|phase|stage|sprint/,
    "Kick-off|Requirements agreed|Design approved|First prototype|Content complete|Pilot group|Beta release|Security review|Training done|Launch|First hundred users|Retrospective",
  ),
  entry(
    /project|campaign|case|initiative/,
    `Website relaunch|Spring campaign|Warehouse move|Customer survey|Mobile app, first release|Brand refresh|
    Training programme|Partner onboarding|Energy audit|Annual report|Newsletter redesign|Trade fair stand`,
  ),
  entry(
    /deal|opportunit|proposal|quote|contract/,
    `Annual software licence|Office fit-out|Fleet renewal, 12 vans|Support contract renewal|Pilot for two branches|Website and booking system|
    Packaging for spring range|Consulting, second phase|Warehouse shelving|Training for 40 staff|Catering framework|Network upgrade`,
  ),
  entry(
    /assignment|homework|exam|test|quiz|grade|assessment/,
    `Essay on local history|Fractions, worksheet 4|Midterm exam|Lab report: plant growth|Vocabulary test, unit 6|Book presentation|
    Geometry project|Reading log|Map of the region|Final exam|Group poster|Listening test`,
    schools,
  ),
  entry(
    /course|class|lesson|module|subject/,
    `Morning yoga|Spin 45|Strength basics|Pilates for backs|Lunchtime HIIT|Boxing fundamentals|
    Mobility and stretch|Kettlebell circuit|Zumba|Core express|Aqua fitness|Sunday long run`,
    gyms,
  ),
  entry(
    /course|class|lesson|module|subject/,
    `Algebra I|World History|Introduction to Biology|English Literature|Spanish for Beginners|Physics: Motion and Energy|
    Studio Art|Computer Science Basics|Geography of Europe|Chemistry Lab|Creative Writing|Music Theory`,
  ),
  entry(
    /school|college|universit|academy/,
    "Linden Park School|Riverside Academy|St. Clare's College|Hillcrest High|Northgate Primary|Orchard Lane School|Westbrook Institute|Maple Grove School|Harbour View College|Elm Street Primary|Kingsway Academy|Fairfield School",
  ),
  entry(
    /match|fixture|game/,
    "Season opener|Derby at home|Cup, first round|Away in the north|Friday night match|Return leg|Quarter-final|Top of the table|Charity match|Pre-season friendly|Cup, semi-final|Last home match",
    sports,
  ),
  entry(
    /tournament|league|competition|season|championship/,
    "Spring League|City Cup|Autumn Invitational|Regional Championship|Youth Trophy|Winter Indoor Cup|Five-a-side Open|Coastal Series|Masters Weekend|Summer Shield|Founders' Cup|Harbour Classic",
  ),
  entry(
    /contest|challenge/,
    "Spring open|Harbour cup|Summer challenge|Photo of the year|Lakeside trophy|City quiz night|Autumn masters|Young talents|Charity gala|Winter series|Founders' prize|Weekend sprint",
  ),
  entry(/planet|moon|star$/, "Mercury|Venus|Earth|Mars|Jupiter|Saturn|Uranus|Neptune|Pluto|Ceres|Titan|Europa"),
  entry(/language/, "English|Spanish|Mandarin|Portuguese|Arabic|French|Japanese|German|Hindi|Swahili|Korean|Italian"),
  entry(
    /countr|nation$/,
    "Portugal|Canada|Netherlands|Japan|Kenya|Sweden|Spain|Brazil|Ireland|India|Italy|New Zealand",
  ),
  entry(
    /species|wildlife|bird/,
    "Red fox|Barn owl|Green sea turtle|Grey wolf|Kingfisher|Brown bear|Emperor penguin|Snow leopard|Blue whale|Tree frog|Red kite|Harbour seal",
  ),
  entry(
    /flash ?card|vocabular|words?( |$)|terms?( |$)|expression|phrase/,
    "resilient|to hesitate|horizon|thorough|to gather|concise|gratitude|to postpone|reliable|shelter|abundant|to persuade",
  ),
  entry(
    /prize|reward|gift/,
    "Weekend for two|Bluetooth speaker|Coffee voucher|Cinema tickets|Hardback notebook|Picnic basket|Dinner for two|Museum pass|Umbrella|Board game|Houseplant|Free month",
  ),
  entry(
    /shipment|parcel|consignment/,
    "Books, 2 boxes|Spare parts|Winter coats|Glassware, fragile|Documents|Garden furniture|Samples for the fair|Wine, 12 bottles|Laptop return|Toys for the shop|Medical supplies|Framed prints",
  ),
  entry(
    /certificate|diploma|credential/,
    "First aid|Forklift operation|Data analysis|Food hygiene|Project management|Welding, level 2|Network basics|Fire safety|Spanish B2|Bookkeeping|Crane operation|Lifeguard",
  ),
  entry(
    /team(?! member)|club|squad/,
    "Harbour City FC|Northside Rovers|Millbrook United|Eastgate Athletic|Riverside Wanderers|Oak Hill Rangers|Kingsport Town|Valley Falcons|Seaton Albion|Linden Park|Westfield Stars|Castle Rock FC",
    sports,
  ),
  entry(
    /department|team(?! member)|group|division/,
    "Operations|Customer care|Finance|Product|Marketing|People|Logistics|Research|Sales|Facilities|Legal|Quality",
  ),
  entry(
    /concert|gig|show|event|festival|performance/,
    "Opening night|Acoustic in the courtyard|Summer on the quay|Late set: Velvet Junction|Jazz brunch|New voices showcase|Strings by candlelight|Brass on the bridge|Midnight electronica|Folk afternoon|Record release party|Closing gala",
    music,
  ),
  entry(
    /event|meeting|workshop|conference|gathering|meetup/,
    "Opening evening|Quarterly planning|Design workshop|Open day|Summer picnic|Product demo|Volunteer evening|Year-end review|Photography walk|Founders' breakfast|Charity auction|Neighbourhood clean-up",
  ),
  entry(
    /session|talk|lecture|webinar/,
    "Welcome and overview|Lessons from ten launches|Hands-on: first steps|Panel: what comes next|Questions and answers|Designing for everyone|Small teams, big plans|Live demo|Case study: the harbour project|Measuring what matters|Writing that helps|Closing remarks",
  ),
  entry(
    /song|track|single/,
    "Paper Boats|Slow Tide|Copper Sky|Letters Home|Northbound|Glass Garden|Half Past Summer|Lanterns|The Long Quiet|Salt on Stone|Afterglow|Carousel",
  ),
  entry(
    /album|record(?!ing)|release|vinyl/,
    "Harbour Lights|Songs for Short Days|Northern Rooms|The Orchard Tapes|Velvet Weather|Tides & Wires|Second Winter|Brass Season|Open Windows|Night Ferry|Hollow Moon|Postcards",
    music,
  ),
  entry(
    /playlist/,
    "Sunday morning|Deep focus|Road trip|Dinner with friends|Rainy day|Run faster|Vinyl finds|Late night jazz|Throwback hits|Acoustic covers|Coffee break|Party warm-up",
  ),
  entry(
    /artist|band|musician|performer|singer|act$/,
    "The Night Herons|Ada Lune|Copper Coast|Mara & the Tides|Velvet Junction|Kofi Mensah Trio|Paper Lanterns|North Quay|Stella Marsh|The Brass Society|Ines Caldeira|Low Orbit",
  ),
  entry(
    /recipe|meal|dish|menu/,
    "Lemon herb chicken|Roasted tomato soup|Mushroom risotto|Lentil shepherd's pie|Miso salmon bowl|Apple crumble|Chickpea curry|Caesar salad|Spinach lasagne|Beef and barley stew|Blueberry pancakes|Prawn linguine",
  ),
  entry(
    /ingredient|food|grocer|pantry/,
    "Olive oil|Brown rice|Cherry tomatoes|Parmesan|Fresh basil|Red lentils|Chicken breast|Garlic|Lemons|Plain flour|Butter|Spinach",
  ),
  entry(
    /product|item/,
    "Flat white|Almond croissant|Soup of the day|Grilled halloumi burger|Iced lemon tea|Margherita pizza|Carrot cake|Chicken club sandwich|Garden salad|Fresh orange juice|Mushroom toast|Chocolate brownie",
    restaurants,
  ),
  entry(
    /book|publication|novel|title/,
    "The Quiet Harbour|A Field Guide to Rivers|Letters from the North|The Clockmaker's House|Salt and Cedar|Winter Orchard|The Long Way Home|Maps of the Invisible|An Honest Machine|The Lighthouse Years|Small Gardens|The Cartographer's Daughter",
  ),
  entry(
    /movie|film|series|video/,
    "The Last Ferry|Paper Mountains|A Winter in Ghent|Night Shift|The Understudy|Copper Canyon|Two Doors Down|Signal Lost|Blue Hour|The Beekeeper|Eastbound|Quiet Streets",
  ),
  entry(
    /post|article|blog|news|announcement|story|newsletter/,
    "How we plan our week|Five lessons from our first year|What changed this season|A look behind the scenes|Getting ready for summer|A guide to better meetings|Meet the new team|Questions we hear often|Why we moved to smaller batches|The tools we use every day|A letter from the founder|Ten places worth the detour",
  ),
  entry(
    /page|document|file|report|note|wiki|guide/,
    "Onboarding checklist|Meeting minutes, spring review|Travel policy|Brand guidelines|House rules|Safety instructions|Release notes|Supplier agreement|Budget overview|Packing list|Interview guide|Opening hours and contacts",
  ),
  entry(
    /question/,
    "What is the capital of Portugal?|Which planet has the most moons?|How many strings does a violin have?|Who painted The Night Watch?|What does H2O stand for?|Which is the longest river in Europe?|In what year did people first land on the Moon?|What is 12 × 12?|Which gas do plants take in?|What is the largest ocean?|How many players are in a volleyball team?|Which language has the most native speakers?",
  ),
  entry(
    /vehicle|car|truck|van|fleet/,
    "Ford Transit Custom|VW Caddy|Toyota Corolla|Renault Kangoo|Škoda Octavia|Mercedes Sprinter|Hyundai Ioniq 5|Peugeot Expert|Volvo XC40|Fiat Ducato|Kia Niro|Nissan Leaf",
  ),
  entry(
    /bike|bicycle|scooter/,
    "Cargo bike No. 1|City cruiser, red|Trail 29, size M|Folding bike|Touring tandem|E-bike Harbour|Gravel 54 cm|Children's bike 20″|Longtail with seat|Road bike, carbon|Kick scooter|Mountain hardtail",
  ),
  entry(
    /propert|apartment|house|listing|home|flat/,
    "Canal-side apartment|Two-bedroom on Mill Lane|Sunny studio|Garden cottage|Loft at the old brewery|Family house with yard|Top-floor flat with terrace|Terraced house by the park|Corner shop with flat|Riverside penthouse|Farmhouse and barn|Ground-floor one-bedroom",
  ),
  entry(
    /office|branch|warehouse|depot/,
    "Riverside office|Central warehouse|Northside branch|Harbour depot|Old Town branch|Airport office|West End branch|Mill Lane store|Southgate warehouse|Station office|Eastfield depot|Market Square branch",
  ),
  entry(
    /venue|stage|theatre|hall/,
    "Harbour Hall|The Old Foundry|Garden Stage|Riverside Theatre|Lantern Club|Market Hall|The Boathouse|Chapel Arts Centre|Rooftop Terrace|Assembly Rooms|Quayside Arena|Blue Door Cellar",
  ),
  entry(
    /room|space|desk/,
    "Oak meeting room|Studio 2|Garden room|Library corner|Atrium|Workshop A|Quiet room|North wing 204|Boardroom|Rooftop lounge|Training room|Room 118",
  ),
  entry(
    /location|site|place|destination|trip|city/,
    "Old harbour|Lakeside trail|Castle hill|Botanical garden|Fishermen's village|Market quarter|North beach|Monastery viewpoint|Vineyard valley|Lighthouse point|Riverside park|Mountain hut",
  ),
  entry(/pet|animal|dog|cat$/, "Biscuit|Luna|Pepper|Olive|Maple|Ziggy|Clover|Basil|Mochi|Rusty|Hazel|Pixel"),
  entry(
    /crop|plant|seed|garden|tree/,
    "Winter wheat|Cherry tomatoes|Red beet|Sweetcorn|Lavender|Rainbow chard|Early potatoes|Strawberries|Runner beans|Basil|Pumpkins|Apple 'Elstar'",
  ),
  entry(
    /medicine|medication|drug|prescription/,
    "Amoxicillin 500 mg|Ibuprofen 400 mg|Metformin 850 mg|Salbutamol inhaler|Omeprazole 20 mg|Atorvastatin 10 mg|Cetirizine 10 mg|Amlodipine 5 mg|Paracetamol 500 mg|Vitamin D drops|Lisinopril 10 mg|Hydrocortisone cream",
  ),
  entry(
    /diagnos|condition|medical|health record/,
    "Seasonal allergy|Type 2 diabetes|Sprained ankle|High blood pressure|Acute bronchitis|Migraine|Iron deficiency|Lower back strain|Eczema|Sinus infection|Tension headache|Vitamin D deficiency",
  ),
  entry(
    /exercise|workout/,
    "Back squat|Push-ups|Deadlift|Rowing, 2 km|Plank|Pull-ups|Lunges|Bench press|Kettlebell swing|Hill sprints|Bicycle crunch|Shoulder press",
  ),
  entry(
    /habit|goal|routine/,
    "Morning run|Read 20 pages|Evening stretch|No sugar|Cycle to work|Meditate|Drink more water|Practise piano|In bed by eleven|Call home weekly|Cook at home|Write a journal",
  ),
  entry(
    /service|treatment|package/,
    "Initial consultation|Standard maintenance|Premium care|Express service|Deep clean|Annual check-up|Evening session|Full-day session|Follow-up visit|Group workshop|Home visit|Weekend special",
  ),
  entry(
    /membership|subscription|plan/,
    "Monthly basic|Monthly plus|Annual basic|Annual plus|Family|Student|Off-peak|Ten visits|Weekend pass|Corporate|Senior|Day pass",
  ),
  entry(
    /job|vacanc|position|opening/,
    "Operations manager|Front-end developer|Customer care specialist|Warehouse team lead|Product designer|Accountant|Sales representative|Data analyst|Office coordinator|Electrician|Content editor|HR business partner",
  ),
  entry(
    /skill|expertise|competenc|speciali/,
    "Public speaking|Negotiation|Data analysis|Writing|Product design|Team leadership|Fundraising|Python|Project planning|Interviewing|Marketing|Accounting",
  ),
  entry(
    /checkpoint|scan$|tracking event|tracking update/,
    "Parcel received|Sorted at the depot|On the night truck|Arrived in the region|With the driver|Nobody at home|Second attempt|Handed over|Held at the branch|Customs cleared|Address checked|Back to the sender",
  ),
  entry(
    /tag|label/,
    "home|work|errands|calls|waiting|ideas|someday|money|garden|family|reading|health",
    /task|todo|to do|project|note|habit/,
  ),
  entry(
    /tag|label|keyword/,
    "how-to|opinion|interview|beginners|design|travel|food|science|history|local|numbers|pictures",
    /post|blog|article|news|magazine|recipe|book/,
  ),
  entry(
    /skill|tag|label|interest|keyword/,
    "urgent|eco-friendly|beginner|popular|fragile|limited|follow-up|local|seasonal|handmade|new|long-term",
  ),
  entry(
    /categor|topic|genre|type/,
    "Groceries|Rent and utilities|Transport|Eating out|Health|Travel|Clothing|Subscriptions|Gifts|Education|Home repairs|Leisure",
    money,
  ),
  entry(
    /categor|topic|genre/,
    "Novels|History|Science|Biography|Travel|Children|Poetry|Crime|Art|Cooking|Philosophy|Nature",
    /library|book/,
  ),
  entry(
    /categor|topic|genre/,
    "Behind the scenes|Guides|Travel|Interviews|Opinion|Food|Design|Technology|Community|Reviews|How-to|Announcements",
    /post|blog|article|news/,
  ),
  entry(
    /categor|topic|genre/,
    "Breakfast|Soups|Pasta|Salads|Main courses|Desserts|Baking|Drinks|Snacks|Vegetarian|Seafood|Sauces",
    /recipe|menu|dish|restaurant/,
  ),
  entry(
    /categor|collection|genre|type/,
    "Lighting|Kitchen|Stationery|Hand tools|Storage|Outdoor|Textiles|Gifts|Electronics|Bath|Travel|Decor",
  ),
  entry(
    /expense|payment|transaction|income|bill|spending/,
    "Weekly groceries|Train tickets|Electricity bill|Team lunch|Office chairs|Internet, monthly|Parking at the airport|Printer ink|Coffee beans|Taxi to client|Software licence|Dentist",
  ),
  entry(
    /budget|fund|saving/,
    "Household, this month|Summer holiday|Emergency fund|Car repairs|New kitchen|Team events|Marketing, this quarter|Birthday gifts|Training|Office supplies|Garden|Winter clothes",
  ),
  entry(
    /account|wallet/,
    "Everyday account|Savings|Joint account|Travel card|Business account|Petty cash|Credit card|Holiday savings|Tax reserve|Investment account|Children's savings|Deposit account",
    money,
  ),
  entry(
    /movement|transfer|shipment|delivery/,
    "Weekly delivery|Shelf restock|Returned by customer|Stock count correction|Online order pick|Damaged in transit|Branch transfer|Supplier sample|Counter sale|Pre-order pick|Expired goods|Display unit",
  ),
  entry(
    /invoice|order|purchase|sale/,
    "Spring restock|Website redesign, part 1|Office furniture|Monthly retainer|Catering for 20|Replacement parts|Printed brochures|Annual licence|Consulting, two days|Gift boxes|Safety equipment|Photo shoot",
  ),
  entry(
    /task|todo|chore|milestone|step|activit|reminder/,
    "Prepare the monthly report|Call back the new client|Review the safety checklist|Update the price list|Order office supplies|Fix the broken contact form|Plan the team workshop|Archive last year's files|Send the signed contract|Test the backup|Book the meeting room|Write the release notes",
  ),
  entry(
    /review|feedback|rating|testimonial|comment/,
    "Exactly what I hoped for|Great quality, slow delivery|Would buy again|Friendly and quick|Good, with one small flaw|Better than expected|Not quite my taste|A lovely gift|Does what it says|Five stars from us|Solid value|Helpful team",
  ),
  entry(
    /message|conversation|thread|mail|inquir|enquir/,
    "Question about delivery|Thank you for last week|Change of address|Offer for the spring order|Meeting on Thursday?|Invoice copy needed|Booking for six people|Small correction|Introduction|Photos from Saturday|Opening hours in May|Feedback on the draft",
  ),
  entry(
    /equipment|asset|device|machine|tool|hardware/,
    "Table saw|Projector|Label printer|Air compressor|ThinkPad T14|Espresso machine|Pallet jack|Cordless vacuum|Conference camera|Laser level|Network switch|Step ladder",
  ),
  entry(
    /product|item|article|inventory|stock|parts?( |$)|goods?( |$)|material/,
    "Cordless drill|LED desk lamp|A4 paper, 500 sheets|Shipping box, medium|USB-C charger 65 W|Steel shelf bracket|Gel pens, pack of 12|Bubble wrap roll|Wireless keyboard|Wood screws, 200 pcs|Label printer|Packing tape, clear",
  ),
  entry(
    /donation|pledge|grant/,
    "Winter coats drive|School meals|Clean water, village well|Library shelves|Animal shelter roof|Youth orchestra|Community garden|Emergency relief|Reading buddies|Playground repair|Food bank vans|Tree planting",
  ),
  entry(
    /photo|picture|image|artwork|painting|gallery|portfolio/,
    "Harbour at dawn|Portrait in blue|Market day|After the rain|Stairwell study|Winter pier|Two chairs|The glassblower|Rooftops|Field of rye|Night tram|Self-portrait with hat",
  ),
];

export const organisationTitles = companies;

/** For models that no list knows, by their kind. */
export const titlesByKind = {
  event: list(
    "First session|Kick-off|Morning slot|Follow-up|Weekly meeting|Review|Planning round|Open hour|Afternoon slot|Hand-over|Evening slot|Wrap-up",
  ),
  task: list(
    "Collect the figures|Confirm the dates|Check the delivery|Update the list|Call the supplier|Send the summary|Prepare the room|Sort the photos|Renew the permit|Answer open mails|Book the van|Print the labels",
  ),
  transaction: list(
    "March settlement|Advance payment|Monthly amount|Materials|Deposit|Final payment|Refund|Weekly total|Service fee|Travel costs|Adjustment|Quarterly amount",
  ),
  place: list(
    "Main hall|North wing|Studio 2|Garden room|Riverside|Loading bay|Oak corner|Rooftop terrace|South gate|Market square|Old mill|Lakeside",
  ),
} as const;

export const kindsOfThings = list(
  "Classic|Small|Large|New|Special|Local|Early|Spare|Second|Compact|Seasonal|Favourite",
);
