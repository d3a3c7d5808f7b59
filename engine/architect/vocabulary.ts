// Words with a role in how people describe software. Data only.

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Heads that mean "the thing to build": a list after them names entities, not fields. */
export const appNouns = set(`
  app application website site system platform tool tracker manager dashboard portal software program webapp page
  organizer organiser planner solution prototype mvp backend frontend marketplace directory catalog
  catalogue database log logbook journal diary board hub center centre suite engine store shop network registry tracking
  management administration scheduler finder explorer builder generator calculator crm erp cms lms wiki blog forum
  webpage homepage interface collection list clone maker intranet extranet console workspace template`);

/** App nouns whose modifier names what is kept: "plant tracker" keeps plants. */
export const keepingNouns = set(`
  tracker manager organizer organiser planner directory catalog catalogue database log logbook journal diary list
  collection registry tracking management tool app application system library finder inventory library website site
  platform portal dashboard scheduler shop store marketplace board`);

/** Never an entity by itself. */
export const genericNouns = set(`
  website web application app system platform functionality function user interface page feature ability color colour component data
  information info management management backend frontend admin administrator dashboard design layout background theme style element
  account login registration signup password authentication security privacy access permission role profile setting settings option
  search filter sort sorting filtering searching navigation menu button form chart graph table list view display detail details overview
  summary report reporting statistic statistics analysis analytics tool tracking tracker way thing stuff item content database
  integration notification alert reminder email message messaging chat time date day week month year today number name title type
  kind category status field value attribute property entity model record entry row column object history process operation
  action step experience quality performance speed support help need requirement solution service part section area center centre
  home homepage landing about contact us link url image photo picture file document video audio icon logo screen mobile desktop device
  browser internet online offline software program project site community people person everyone anyone someone admin user users
  variety range set lot number amount multiple result update change customization preference criteria criterion condition purpose
  goal job work business company industry market world country city place location address team group member staff owner
  developer designer progress level badge badges color colors colour scheme mode dark light white black code api key prompt
  instruction instructions system message secret secrets environment variable variables real-time realtime algorithm
  format language text word words letter letters structure version backup export import print pdf csv excel download upload
  sharing share like likes dislike follow editing creation creating deletion deleting adding removing managing viewing browsing
  basis basics introduction description explanation example demo trial tour guide faq question answer
  communication collaboration interaction engagement management visualization visualisation monitoring automation workflow
  price pricing cost payment total sum money budget quantity stock low high new old use usage effect animation
  space size width height weight side top bottom left right center end start beginning middle rest other others one ones both
  case manner fashion method mean means order idea concept topic subject reason cause issue problem error warning
  characteristic parameter factor aspect metric metrics indicator trend trends insight insights recommendation
  condition calendar map timeline gallery carousel slider banner footer header sidebar navbar modal popup
  card cards grid grids masonry mosaic tile tiles kanban wizard tab tabs toggle switch input output tip hint bar pagination responsive accessibility seo optimization capability capabilities calorie calories generation portfolio maker homepages backgrounds`);

/** Verbs whose object the app keeps. */
export const keepingVerbs = set(`
  manage track add create edit update delete remove browse view list record log book rent sell buy publish post upload share
  search organize organise schedule assign review store catalog catalogue collect submit register keep monitor maintain handle
  plan save see show display order request rate like follow join bookmark purchase offer compare control administer archive
  approve reject enter import export host run import issue showcase follow find explore read write accept process managing tracking
  adding creating editing updating deleting browsing viewing listing recording logging booking renting selling buying publishing
  posting uploading sharing searching organizing organising scheduling assigning storing collecting submitting registering keeping
  monitoring maintaining handling planning saving displaying showing ordering showcasing cataloguing cataloging storing hosting
  manages tracks lists stores records shows displays keeps organizes handles collects sells rents books publishes collaborate collaborating`);

/** Verbs so close to data keeping that even an unknown noun after them is an entity. */
export const strongVerbs = set(`
  manage track organize organise catalog catalogue log record collect monitor schedule list store keep managing tracking organizing
  organising cataloguing cataloging logging recording collecting monitoring scheduling listing storing keeping manages tracks lists
  stores records keeps organizes create add creating adding rent sell sells offers book renting selling booking edit delete register registering
  publish publishing publishes upload uploading browse browsing maintain maintaining`);

export const modals = set("can could may might must should will would shall cannot");
export const determiners = set(
  "a an the this that these those my our your their its his her each every all any some no own one several many multiple various different",
);
export const eachWords = set("each every a an any per");
export const manyWords = set("many multiple several numerous various lists");

/** Adjectives that qualify a mention without naming another thing: "existing tasks" are tasks. */
export const dropAdjectives = set(`
  new existing different various multiple own other available specific detailed unnecessary favorite favourite all several many certain
  selected current past previous upcoming recent latest popular related relevant important personal individual daily weekly monthly
  yearly annual total basic simple advanced custom customized digital online virtual local nearby interesting identical similar additional
  more most top best good great nice small large big full complete whole main multiple single few every each real historical modern
  beautiful clean easy quick fast smart automatic automatically public private shared internal external external active inactive
  low lowest highest lower higher first last next old common general special overdue expired unread open closed pending completed
  approved rejected scheduled registered featured entire required optional basic necessary unique several`);

export const fieldNounsAfterEntity = set(`
  information info detail details data record records profile profiles listing listings list management tracking history page pages
  catalog catalogue directory database status name names registration enrollment enrolment publishing showcase overview collection
  file files report reports description descriptions number id ids photo photos image images schedule schedules`);

export const stopWords = set(`
  i we you they he she it me us them who whom which what where when why how that this these those there here and or but nor so if then
  than as at by for from in into of off on onto out over per to toward under until up upon with within without about above across after
  against along among around before behind below beneath beside between beyond during except inside near outside since through throughout
  is are was were be been being am do does did done doing have has had having can could may might must should will would shall not no yes
  also too very just only even still yet already always never often please want need like make build create develop implement let get
  able using use used via e.g i.e etc again back each every all any some my our your their its his her a an the`);

/** Nouns that are also common verbs: a singular mention needs a sign that the noun is meant. */
export const verbLikeNouns = set(`
  book order post review message track note rate report record work match play trade bid comment vote request answer question plan
  schedule visit sale offer test exercise practice loan rent lease claim care drive run walk quote charge shift place reply invite
  share like follow register transfer transport ticket table room course class meal dish service lead contact address survey poll
  contest point goal score spin draw check deal call star group team stock answer show reading viewing hold stay move operation walk practice listing rental booking training meeting event photo produce`);
