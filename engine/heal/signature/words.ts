// Words that stay when an error is normalised: they belong to languages and libraries, so that the same repair mends the
// same word in every app. All others are the app's own.

export const kept: ReadonlySet<string> = new Set(
  `any unknown never void null undefined string number boolean bigint symbol object true false this
  Array ReadonlyArray Promise PromiseLike Map Set WeakMap Record Partial Readonly Required Pick Omit Function Date RegExp Error
  Iterable Iterator AsyncIterable Uint8Array ArrayBuffer Blob File FormData Headers Request Response URL URLSearchParams
  Element HTMLElement Event ReactNode ReactElement JSX IntrinsicAttributes Element FC Ref RefObject
  React useState useEffect useMemo useCallback useRef useReducer useContext useId useTransition useOptimistic useActionState
  useSyncExternalStore useRouter usePathname useSearchParams useParams
  window document localStorage sessionStorage navigator location process Buffer globalThis global module require exports
  default export import await async yield return const let class function interface type enum extends
  div span p ul ol li a button input form label section header footer main nav table tr td th img svg h1 h2 h3
  length map filter reduce then catch size params searchParams cookies headers children key className onClick
  use client server node`.split(/\s+/),
);
