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
  edge("read and change the query string of the page", "react-router", /[sS]earch ?[pP]arams/),
  edge("go to another page from code in react router", "react-router", /useNavigate|[nN]avigat(e|ing)/),
  edge("read the id from a route path", "react-router", /useParams|[dD]ynamic [sS]egments|[uU]RL [pP]arams|params/i),
  edge("ask before leaving a page with unsaved changes", "react-router", /useBlocker|usePrompt|[bB]lock/),
  edge("highlight the current link of a menu", "react-router", /NavLink/),
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
  edge("know where in the app the user is", "react-router", /useLocation/),
  edge("link to another page without a full reload", "react-router", /\bLink\b|LinkProps/),
  next("read the search params on the client", "next", /useSearchParams/),
  next("cache the result of a function", "next", /unstable_cache|cacheLife|cacheTag|\bcache\b/),
  next("go back in history from a button", "next", /useRouter|AppRouterInstance/),
  next("generate metadata dynamically for a page", "next", /Metadata/),
  edge("assert that a promise rejects", "vitest", /[rR]ejects|Assertion|expect/),
  edge("show messages of an error at its form field", "app-guide", /Refuse values|Records in the browser/),
  edge("add a card to the dashboard", "app-guide", /Where things belong/),
];

export const freshQuestions: readonly LabelledQuestion[] = [
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
  edge("navigate without adding to the history", "react-router", /NavigateOptions|replace|useNavigate/),
  edge("run setup before each test", "vitest", /beforeEach/),
  edge("environment variables in client code", "vite", /\benv|ImportMeta/i),
  // our own guide
  edge("show something on each card that visitors see", "app-guide", /public site/),
  edge("state set in an effect is refused by lint", "app-guide", /linter/),
  edge("format an amount of money for people", "app-guide", /Where things belong|Texts|Records in the browser/),
  next("headers of the request in a server component", "next", /\bheaders\b/),
];
