// The compiled catalogue: families, and for each alias the entities that answer to it.
import { type CatalogueEntity, compileEntity, type FamilyData } from "./family.ts";
import { allotment } from "./allotment.ts";
import { art } from "./art.ts";
import { assets } from "./assets.ts";
import { auctions } from "./auctions.ts";
import { beekeeping } from "./beekeeping.ts";
import { blood } from "./blood.ts";
import { booking } from "./booking.ts";
import { boxScheme } from "./box-scheme.ts";
import { brewing } from "./brewing.ts";
import { carDealership } from "./car-dealership.ts";
import { carpool } from "./carpool.ts";
import { changelogs } from "./changelogs.ts";
import { charity } from "./charity.ts";
import { chat } from "./chat.ts";
import { choir } from "./choir.ts";
import { church } from "./church.ts";
import { clinic } from "./clinic.ts";
import { community } from "./community.ts";
import { crm } from "./crm.ts";
import { drivingSchool } from "./driving-school.ts";
import { diaries, moods } from "./diaries.ts";
import { escapeRooms } from "./escape-rooms.ts";
import { events } from "./events.ts";
import { fantasySports } from "./fantasy-sports.ts";
import { farm } from "./farm.ts";
import { fieldService } from "./field-service.ts";
import { filmProduction } from "./film-production.ts";
import { finance } from "./finance.ts";
import { fleet } from "./fleet.ts";
import { foodBank } from "./food-bank.ts";
import { funeral } from "./funeral.ts";
import { gallery } from "./gallery.ts";
import { games } from "./games.ts";
import { grants } from "./grants.ts";
import { guestbook } from "./guestbook.ts";
import { gym } from "./gym.ts";
import { holidayLets } from "./holiday-lets.ts";
import { hotel } from "./hotel.ts";
import { houseplants } from "./houseplants.ts";
import { hr } from "./hr.ts";
import { incidents } from "./incidents.ts";
import { insurance } from "./insurance.ts";
import { inventory } from "./inventory.ts";
import { investing } from "./investing.ts";
import { itRegister } from "./it-register.ts";
import { keyRegister } from "./key-register.ts";
import { kindergarten } from "./kindergarten.ts";
import { knowledge } from "./knowledge.ts";
import { laboratory } from "./laboratory.ts";
import { legal } from "./legal.ts";
import { lending } from "./lending.ts";
import { library } from "./library.ts";
import { links } from "./links.ts";
import { logins } from "./logins.ts";
import { lostAndFound } from "./lost-and-found.ts";
import { marina } from "./marina.ts";
import { meetings } from "./meetings.ts";
import { music } from "./music.ts";
import { neighbourhood } from "./neighbourhood.ts";
import { offices } from "./offices.ts";
import { okrs } from "./okrs.ts";
import { parking } from "./parking.ts";
import { pets, shelters } from "./pets.ts";
import { podcasts } from "./podcasts.ts";
import { portfolio } from "./portfolio.ts";
import { publishing } from "./publishing.ts";
import { purchasing } from "./purchasing.ts";
import { quizzes } from "./quizzes.ts";
import { radio } from "./radio.ts";
import { reading } from "./reading.ts";
import { realEstate } from "./real-estate.ts";
import { recipes } from "./recipes.ts";
import { recruiting } from "./recruiting.ts";
import { rentals } from "./rentals.ts";
import { repairCafe } from "./repair-cafe.ts";
import { restaurant } from "./restaurant.ts";
import { rolePlay } from "./role-play.ts";
import { school } from "./school.ts";
import { science } from "./science.ts";
import { scouts } from "./scouts.ts";
import { shop } from "./shop.ts";
import { social } from "./social.ts";
import { splitTests } from "./split-tests.ts";
import { sports } from "./sports.ts";
import { support } from "./support.ts";
import { tandem } from "./tandem.ts";
import { tasks } from "./tasks.ts";
import { tattoo } from "./tattoo.ts";
import { taxi } from "./taxi.ts";
import { theatre } from "./theatre.ts";
import { theses } from "./theses.ts";
import { trainingLog } from "./training-log.ts";
import { translation } from "./translation.ts";
import { travel } from "./travel.ts";
import { tuition } from "./tuition.ts";
import { vetPractice } from "./vet-practice.ts";
import { weather } from "./weather.ts";
import { zoo } from "./zoo.ts";
import { winery } from "./winery.ts";

/** The order decides between families that fit a prompt equally well. */
export const families: readonly FamilyData[] = [
  inventory,
  tasks,
  crm,
  shop,
  booking,
  publishing,
  recipes,
  clinic,
  school,
  hr,
  finance,
  events,
  recruiting,
  realEstate,
  library,
  gym,
  restaurant,
  travel,
  music,
  community,
  knowledge,
  support,
  fleet,
  hotel,
  quizzes,
  portfolio,
  charity,
  insurance,
  farm,
  sports,
  shelters,
  pets,
  investing,
  legal,
  assets,
  social,
  auctions,
  games,
  gallery,
  links,
  logins,
  guestbook,
  chat,
  parking,
  weather,
  rolePlay,
  lostAndFound,
  neighbourhood,
  science,
  blood,
  funeral,
  beekeeping,
  escapeRooms,
  tattoo,
  choir,
  allotment,
  drivingSchool,
  carpool,
  lending,
  repairCafe,
  theses,
  laboratory,
  grants,
  translation,
  tandem,
  filmProduction,
  brewing,
  boxScheme,
  marina,
  keyRegister,
  itRegister,
  okrs,
  changelogs,
  splitTests,
  incidents,
  podcasts,
  diaries,
  moods,
  holidayLets,
  offices,
  fantasySports,
  art,
  rentals,
  meetings,
  purchasing,
  reading,
  trainingLog,
  vetPractice,
  tuition,
  kindergarten,
  church,
  foodBank,
  zoo,
  theatre,
  taxi,
  carDealership,
  fieldService,
  radio,
  scouts,
  houseplants,
  winery,
];

export const entities: readonly CatalogueEntity[] = families.flatMap((family) =>
  family.entities.map((entity) => compileEntity(family.id, entity)),
);

const aliasIndex = new Map<string, CatalogueEntity[]>();
for (const entity of entities)
  for (const alias of entity.aliases) {
    const known = aliasIndex.get(alias);
    if (known === undefined) aliasIndex.set(alias, [entity]);
    else known.push(entity);
  }

/** Longest alias in words; a reader need not look further ahead. */
export const longestAlias = Math.max(...[...aliasIndex.keys()].map((alias) => alias.split(" ").length));

export function entitiesFor(alias: string): readonly CatalogueEntity[] {
  return aliasIndex.get(alias) ?? [];
}

export function familyOf(id: string): FamilyData | undefined {
  return families.find((family) => family.id === id);
}

export type { CatalogueEntity, FamilyData } from "./family.ts";
