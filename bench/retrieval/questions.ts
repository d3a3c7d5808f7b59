// Questions as a developer would ask them while working on a generated app, and where the answer stands. The weights and
// words of the search were chosen with `questions` and `secondQuestions`; `freshQuestions` were written before their results
// were looked at, and changed nothing: they say how it does with questions that nobody tuned it for.
import type { StackId } from "#engine/stacks/stack.ts";

export interface LabelledQuestion {
  readonly ask: string;
  readonly stack: StackId;
  /** Any of these will do. `heading`: of the piece, as it is cited. */
  readonly answer: readonly { readonly library: string; readonly heading: RegExp }[];
}

const edge = (ask: string, library: string, heading: RegExp): LabelledQuestion => ({
  ask,
  stack: "edge",
  answer: [{ library, heading }],
});
const next = (ask: string, library: string, heading: RegExp): LabelledQuestion => ({
  ask,
  stack: "next",
  answer: [{ library, heading }],
});

/** What the apps' own router answers, and React Router where they use it. */
const routing = (ask: string, heading: RegExp): LabelledQuestion => ({
  ask,
  stack: "edge",
  answer: [
    { library: "react-router", heading },
    { library: "app-guide", heading: /Links, addresses/ },
  ],
});

export const questions: readonly LabelledQuestion[] = [
  // hono
  edge("set a cookie in a hono response", "hono", /\bsetCookie\b|SetCookie\b/),
  edge("read a signed cookie", "hono", /[gG]etSignedCookie\b/),
  edge("limit the size of a request body", "hono", /\bbodyLimit\b|BodyLimitOptions/),
  edge("validate the json body of a request with hono", "hono", /\bvalidator\b/),
  edge("get a query parameter from the url in a handler", "hono", /HonoRequest\.quer|\bqueries\b|\bquery\b/),
  edge("server sent events: stream updates to the browser", "hono", /streamSSE|SSEStreamingApi|SSEMessage/),
  edge("throw an error with status 401", "hono", /HTTPException\b/),
  edge("protect routes with a bearer token", "hono", /bearerAuth|BearerAuthOptions/),
  edge("allow requests from another origin cors", "hono", /\bcors\b|CORSOptions/),
  edge("add a Content-Security-Policy header", "hono", /[sS]ecureHeaders|ContentSecurityPolicyOptions/),
  edge(
    "make middleware that sets a variable on the context",
    "hono",
    /createMiddleware|Context\.(set|var)|ContextVariableMap/,
  ),
  edge("verify a jwt", "hono", /\bverify\b|\bjwt\b|verifyWithJwks/),
  edge("parse a multipart form upload in hono", "hono", /parseBody|ParseBody|formData/),
  edge("redirect to another url from a hono handler", "hono", /Context\.redirect\b/),
  edge("cancel a handler that takes too long", "hono", /\btimeout\b/),
  // drizzle
  edge("insert or update when the unique key exists already drizzle", "drizzle-orm", /onConflictDoUpdate/),
  edge("left join two tables", "drizzle-orm", /leftJoin\b/),
  edge("group rows and count them", "drizzle-orm", /groupBy\b|\bcount\b/),
  edge("where column is one of a list of values", "drizzle-orm", /\binArray\b/),
  edge("case insensitive text search with drizzle", "drizzle-orm", /\bi?like\b/),
  edge("sum of a column", "drizzle-orm", /^sum\b|\bsum\b/),
  edge("run several statements in one d1 batch", "drizzle-orm", /\bbatch\b|DrizzleD1Database/i),
  edge("write raw sql with parameters in a query", "drizzle-orm", /^sql\b|\bSQL\b|\bsql\.(raw|param|join)/),
  edge("return the inserted row", "drizzle-orm", /SQLiteInsert\w*\.[^ ]*returning|returning/),
  edge("order by descending", "drizzle-orm", /\bdesc\b|orderBy/),
  edge("unique index on a column in a sqlite table", "drizzle-orm", /uniqueIndex|\bunique\b/),
  // zod
  edge("zod check that an end date is after the start date", "zod", /\brefine\b|superRefine|\bcheck\b/),
  edge("zod union that depends on a type field", "zod", /[dD]iscriminatedUnion/),
  edge("parse without throwing", "zod", /safeParse|Handling errors/),
  edge("zod string must be an email address", "zod", /\bemail\b|ZodEmail\b/),
  edge(
    "convert a string to a number while validating",
    "zod",
    /coerce|ZodCoerced|\btransform\b|\bnumber\b|stringbool|\bcodec\b/i,
  ),
  edge("make all fields of a schema optional", "zod", /\bpartial\b/),
  edge("give a missing field a default value in a zod schema", "zod", /\b_?default\b|prefault|ZodDefault/),
  // react
  edge("show the new value at once while a form action runs", "@types/react", /useOptimistic/),
  edge(
    "keep typing responsive while a big list filters",
    "@types/react",
    /useDeferredValue|useTransition|startTransition/,
  ),
  edge("remember an expensive computation between renders", "@types/react", /useMemo/),
  edge("unique id for a label and its input", "@types/react", /useId/),
  edge("subscribe to an external store such as the online state", "@types/react", /useSyncExternalStore/),
  edge("hold a reference to a dom element", "@types/react", /useRef|RefObject/),
  edge("render a dialog into document.body", "@types/react-dom", /createPortal/),
  edge("disable the submit button while the form is sent", "@types/react-dom", /useFormStatus|FormStatus/),
  // react router
  routing("read and change the query string of the page", /[sS]earch ?[pP]arams/),
  routing("go to another page from code in react router", /useNavigate|[nN]avigat(e|ing)/),
  routing("read the id from a route path", /useParams|[dD]ynamic [sS]egments|[uU]RL [pP]arams|params/i),
  routing("ask before leaving a page with unsaved changes", /useBlocker|usePrompt|[bB]lock/),
  routing("highlight the current link of a menu", /NavLink/),
  // our own guide
  edge("add a page to the app with an entry in the menu", "app-guide", /Add a page/),
  edge("show a computed value on the page of a record", "app-guide", /panel|follows from others/),
  edge("refuse a record when two fields contradict each other", "app-guide", /Refuse values/),
  edge("which css classes for colours in dark mode", "app-guide", /Colours/),
  edge("test my new api route", "app-guide", /Test an address/),
  edge("where do I put a new api endpoint", "app-guide", /Add an address|Where things belong/),
  // next
  next("read cookies in a server component", "next", /\bcookies\b|Cookies/),
  {
    ask: "show new data after a server action",
    stack: "next",
    answer: [
      { library: "next", heading: /revalidate(Path|Tag)/ },
      { library: "app-guide", heading: /Write from a page/ },
    ],
  },
  next("redirect from a server action", "next", /\bredirect\b/),
  {
    ask: "show the 404 page when a record is missing",
    stack: "next",
    answer: [
      { library: "next", heading: /notFound/ },
      { library: "app-guide", heading: /Add a page/ },
    ],
  },
  next("set the title and open graph image of a page", "next", /Metadata|OpenGraph/),
  next("do work after the response was sent", "next", /\bafter\b/),
  next("current path in a client component", "next", /usePathname/),
  next("optimise an image with next/image", "next", /Image|ImageProps|getImgProps/),
  next("prefetch of a link", "next", /Link|prefetch/i),
  next("add a write to a page with a server action", "app-guide", /Write from a page/),
  next("state of a form and its errors from a server action", "@types/react", /useActionState/),
  // tools
  edge("fake the clock in a vitest test", "vitest", /[fF]akeTimers|setSystemTime/),
  edge("mock a function and see how it was called", "vitest", /Mock|VitestUtils\.[^ ]*(fn|mocked|spyOn)|\bfn\b|spyOn/),
  edge("proxy api requests of the vite dev server", "vite", /[pP]roxy/),
];

export const secondQuestions: readonly LabelledQuestion[] = [
  edge("delete a cookie", "hono", /deleteCookie/),
  edge("compress responses with gzip", "hono", /\bcompress\b/),
  edge("log every request to the console", "hono", /\blogger\b|\btiming\b/),
  edge("give each request an id", "hono", /requestId|RequestId/),
  edge("basic auth user name and password", "hono", /[bB]asicAuth/),
  edge("answer with html instead of json", "hono", /Context\.html|HTMLRespond|\bhtml\b/),
  edge("group several routes under a path prefix", "hono", /Hono\.(basePath|route)|basePath/),
  edge("rows where a column is null", "drizzle-orm", /\bisNull\b/),
  edge("limit and offset for paging", "drizzle-orm", /\b(limit|offset)\b/),
  edge("define one to many relations", "drizzle-orm", /[rR]elations|\bmany\b/),
  edge("average of a column", "drizzle-orm", /\bavg\b/),
  edge("combine conditions with and and or", "drizzle-orm", /\b(and|or)\b/),
  edge("delete rows that match a condition", "drizzle-orm", /SQLiteDelete|\bdelete\b/),
  edge("enum of allowed strings in zod", "zod", /_?[eE]num\b/),
  edge("schema for an array with at least one element", "zod", /\barray\b|ZodArray|nonempty/),
  edge("infer the typescript type from a schema", "zod", /infer|Inferring/i),
  edge("forbid unknown keys in an object", "zod", /strict/i),
  edge("code split a component and show a fallback", "@types/react", /\blazy\b|Suspense/),
  edge("several state changes described by actions", "@types/react", /useReducer/),
  edge("read a context value", "@types/react", /useContext|\buse\b/),
  edge(
    "catch errors of rendering",
    "@types/react",
    /componentDidCatch|getDerivedStateFromError|ComponentLifecycle|ErrorInfo/,
  ),
  routing("know where in the app the user is", /useLocation/),
  routing("link to another page without a full reload", /\bLink\b|LinkProps/),
  next("read the search params on the client", "next", /useSearchParams/),
  next("cache the result of a function", "next", /unstable_cache|cacheLife|cacheTag|\bcache\b/),
  next("go back in history from a button", "next", /useRouter|AppRouterInstance/),
  next("generate metadata dynamically for a page", "next", /Metadata/),
  edge("assert that a promise rejects", "vitest", /[rR]ejects|Assertion|expect/),
  edge("show messages of an error at its form field", "app-guide", /Refuse values|Records in the browser/),
  edge("add a card to the dashboard", "app-guide", /Where things belong/),
  // The fresh ones of an earlier round.
  // hono
  edge("which http method did the client use", "hono", /HonoRequest|\bmethod\b/),
  edge("read a header of the incoming request", "hono", /HonoRequest\.header|\bheader\b/),
  edge("answer 304 when nothing changed (etag)", "hono", /\betag\b|ETag/i),
  edge("accept only some ip addresses", "hono", /[iI][pP]Restriction|\bipRestriction\b/),
  edge("send plain text", "hono", /Context\.text|TextRespond|\btext\b/),
  edge("what happens with a path that no route matches", "hono", /notFound/i),
  edge("handle all exceptions of the api in one place", "hono", /onError|ErrorHandler/),
  // drizzle
  edge("select only some columns", "drizzle-orm", /\bselect\b|SelectBuilder|getTableColumns|getColumns/i),
  edge("rows whose date lies between two days", "drizzle-orm", /\bbetween\b/),
  edge("change a column of all rows that match", "drizzle-orm", /SQLiteUpdate|\bupdate\b/),
  edge("distinct values of a column", "drizzle-orm", /[dD]istinct/),
  edge("filter groups by their count", "drizzle-orm", /\bhaving\b/),
  edge("foreign key that deletes along", "drizzle-orm", /references|foreignKey|onDelete|UpdateDeleteAction/i),
  edge("largest value of a column", "drizzle-orm", /\bmax\b/),
  // zod
  edge("regular expression for a string", "zod", /\bregex\b/),
  edge("number must be at least 1 and at most 5", "zod", /\b(min|max|gte|lte|minimum|maximum|number)\b|ZodNumber/i),
  edge("a schema that refers to itself", "zod", /\blazy\b|[rR]ecursive|getter/),
  edge("own error message for a failed check", "zod", /error|message|refine|\bcustom\b|config/i),
  edge("validate an iso date", "zod", /\biso\b|ISODate|\bdate\b/i),
  // react
  edge("measure a dom node before the browser paints", "@types/react", /useLayoutEffect/),
  edge("stop a child from rendering again when its props are the same", "@types/react", /\bmemo\b|MemoExoticComponent/),
  edge("mark an update as not urgent", "@types/react", /[tT]ransition/),
  edge("type of a change event of an input", "@types/react", /ChangeEvent/),
  // router and tools
  routing("navigate without adding to the history", /NavigateOptions|replace|useNavigate/),
  edge("run setup before each test", "vitest", /beforeEach/),
  edge("environment variables in client code", "vite", /\benv|ImportMeta/i),
  // our own guide
  edge("show something on each card that visitors see", "app-guide", /public site/),
  edge("state set in an effect is refused by lint", "app-guide", /linter/),
  edge("format an amount of money for people", "app-guide", /Where things belong|Texts|Records in the browser/),
  next("headers of the request in a server component", "next", /\bheaders\b/),
  // hono
  edge("turn a stream of text into an answer piece by piece", "hono", /stream|Streaming/i),
  edge("all values of a query parameter that occurs twice", "hono", /queries|HonoRequest\.quer/),
  edge("set a response header in middleware", "hono", /Context\.(header|res)|SetHeaders/),
  edge("protect forms against cross site request forgery", "hono", /csrf/i),
  edge("serve the same handler for several methods", "hono", /Hono\.(on|all)\b|OnHandlerInterface|\bon\b/),
  edge("cache control for responses", "hono", /\bcache\b|etag/i),
  edge("type of the environment bindings of a handler", "hono", /Bindings|\bEnv\b|Context\.env/),
  // drizzle
  edge("rows where a text begins with something", "drizzle-orm", /\b(i?like)\b/),
  edge("negate a condition", "drizzle-orm", /\bnot\b|\bne\b/),
  edge("join a table with itself under another name", "drizzle-orm", /alias/i),
  edge("check that a related row exists", "drizzle-orm", /\bexists\b/),
  edge("store json in a column with its type", "drizzle-orm", /\bjson\b|\$type|text\b|customType/i),
  edge("default value of a column when a row is made", "drizzle-orm", /\$?default(Fn)?\b/i),
  edge("smallest and largest price", "drizzle-orm", /\b(min|max)\b/),
  // zod
  edge("object with some keys left out", "zod", /\bomit\b/),
  edge("either a string or a number", "zod", /\bunion\b|ZodUnion/i),
  edge("allow null as a value", "zod", /nullable|nullish/i),
  edge("clean up a string before it is checked", "zod", /trim|preprocess|transform|overwrite/i),
  edge("show which field of an input was wrong", "zod", /flatten|treeify|prettify|issues|Handling errors|ZodError/i),
  // react
  edge("run code when a component appears and clean up when it goes", "@types/react", /useEffect\b|EffectCallback/),
  edge("keep a function the same between renders", "@types/react", /useCallback/),
  edge("type of the children of a component", "@types/react", /ReactNode|PropsWithChildren/),
  edge("expose methods of a component to its parent", "@types/react", /useImperativeHandle|forwardRef/),
  // tools, next
  edge("skip a test", "vitest", /\bskip|\btest\b|\bit\b|TestAPI|TestOptions/i),
  edge("replace an imported module in a test", "vitest", /VitestUtils\.[^ ]*mock|doMock|\bmock\b/),
  next("redirect a page for good", "next", /permanentRedirect/),
  next("read a part of the path that changes", "next", /useParams|params|useSelectedLayoutSegment/),
  // our own guide
  edge("where do words on buttons come from", "app-guide", /Texts|Where things belong/),
  edge("remember a choice of the visitor without an account", "app-guide", /Keep something in the browser/),
  edge("change the order of sections on the home page", "app-guide", /public site/),
];

export const freshQuestions: readonly LabelledQuestion[] = [
  // hono
  edge("get the address of the client that sent the request", "hono", /ConnInfo|conninfo|remote/i),
  edge("rewrite a trailing slash of the path", "hono", /[tT]railingSlash/),
  edge("pretty print json answers", "hono", /prettyJSON/i),
  edge("measure how long a handler takes", "hono", /timing|Timer|\bstartTime\b/i),
  edge("read the raw bytes of the body", "hono", /arrayBuffer|\bblob\b|HonoRequest/),
  edge("combine several middleware into one", "hono", /\b(every|some|except)\b/),
  edge("test the api without a server", "hono", /\brequest\b|testClient/),
  edge("choose the language of the visitor", "hono", /[lL]anguage|accepts/),
  // drizzle
  edge("subtract one query's rows from another's", "drizzle-orm", /except/i),
  edge("rows of two queries together", "drizzle-orm", /union/i),
  edge("use a subquery in from", "drizzle-orm", /Subquery|\bas\b|\$with|\bwith\b/i),
  edge("count only different values", "drizzle-orm", /countDistinct/),
  edge("primary key over two columns", "drizzle-orm", /primaryKey/i),
  edge("type of a row that is inserted", "drizzle-orm", /InferInsert|\$inferInsert|InferModel|inferInsert/i),
  edge("delete everything older than a date", "drizzle-orm", /\blt\b|\blte\b|SQLiteDelete|\bdelete\b/),
  edge("load a record together with its related records", "drizzle-orm", /[rR]elation|findFirst|findMany|\bwith\b/),
  // zod
  edge("positive whole number", "zod", /\bint\b|positive|ZodNumber/i),
  edge("string of a certain length", "zod", /\blength\b|\b(min|max)\b|ZodString/i),
  edge("merge two object schemas", "zod", /extend|merge|intersection/i),
  edge("boolean from the words true and false", "zod", /stringbool|coerce|boolean/i),
  edge("a schema with a brand so that ids are not mixed up", "zod", /brand/i),
  edge("read a value that may fail, later with await", "zod", /safeParseAsync|parseAsync|Handling errors|Async/),
  // react
  edge("count up every second", "@types/react", /useEffect\b|useState|EffectCallback|useEffectEvent/),
  edge("handle a click with the right type", "@types/react", /MouseEvent|SyntheticEvent/),
  edge("style attribute with the right type", "@types/react", /CSSProperties/),
  edge("group elements without a wrapper", "@types/react", /Fragment/),
  // tools, next
  edge("expect that something becomes true after a while", "vitest", /waitFor|waitUntil|poll/i),
  next("static params for pages that are built ahead", "next", /generateStaticParams|Metadata|PageProps|static/i),
  // our own guide
  edge("make a rule that a booking ends after it starts", "app-guide", /Refuse values/),
  edge("sum of all invoices of a customer on its page", "app-guide", /follows from others|panel/),
];
