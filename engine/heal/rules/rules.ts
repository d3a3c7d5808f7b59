// All repairs without a model, in the order in which they are asked.
import { aliasImport } from "./alias-import.ts";
import { brokenJson } from "./broken-json.ts";
import { comparedWithItself } from "./compared-with-itself.ts";
import { debuggerStatement } from "./debugger-statement.ts";
import { defaultOrNamedImport } from "./default-or-named-import.ts";
import { excessProperty } from "./excess-property.ts";
import { extraArgument } from "./extra-argument.ts";
import { faultsApart } from "./faults-apart.ts";
import { hooksFirst } from "./hooks-first.ts";
import { htmlAttribute } from "./html-attribute.ts";
import { htmlComment } from "./html-comment.ts";
import { impureInRender } from "./impure-in-render.ts";
import { knownVersions } from "./known-versions.ts";
import { leaveWhenAbsent } from "./leave-when-absent.ts";
import { lostFile } from "./lost-file.ts";
import { lostText } from "./lost-text.ts";
import { markdownFence } from "./markdown-fence.ts";
import { missingAsync } from "./missing-async.ts";
import { missingAwait } from "./missing-await.ts";
import { missingComma } from "./missing-comma.ts";
import { missingEntry } from "./missing-entry.ts";
import { missingEnvironmentVariable } from "./missing-environment-variable.ts";
import { missingExport } from "./missing-export.ts";
import { missingImport } from "./missing-import.ts";
import { missingKey } from "./missing-key.ts";
import { missingPackage } from "./missing-package.ts";
import { missingUseClient } from "./missing-use-client.ts";
import { misspeltKeyword } from "./misspelt-keyword.ts";
import { misspeltName } from "./misspelt-name.ts";
import { nameInScope } from "./name-in-scope.ts";
import { numericText } from "./numeric-text.ts";
import { pageDefaultExport } from "./page-default-export.ts";
import { parameterType } from "./parameter-type.ts";
import { portInUse } from "./port-in-use.ts";
import { possiblyUndefined } from "./possibly-undefined.ts";
import { preparedValue } from "./prepared-value.ts";
import { promiseOfNothing } from "./promise-of-nothing.ts";
import { recordKey } from "./record-key.ts";
import { renamedMember } from "./renamed-member.ts";
import { strayBracket } from "./stray-bracket.ts";
import { tailwindV4 } from "./tailwind-v4.ts";
import { typeArguments } from "./type-arguments.ts";
import { typeOnlyImport } from "./type-only-import.ts";
import { unclosedBracket } from "./unclosed-bracket.ts";
import { unclosedStyle } from "./unclosed-style.ts";
import { unknownTypesEntry } from "./unknown-types-entry.ts";
import { unusedName } from "./unused-name.ts";
import { wrongImportPath } from "./wrong-import-path.ts";
import { wrongStylePath } from "./wrong-style-path.ts";
import type { Rule } from "./rule.ts";

export const rules: readonly Rule[] = [
  brokenJson,
  knownVersions,
  missingEntry,
  tailwindV4,
  unclosedStyle,
  wrongStylePath,
  lostText,
  missingAsync,
  markdownFence,
  htmlComment,
  misspeltKeyword,
  missingComma,
  strayBracket,
  unclosedBracket,
  faultsApart,
  aliasImport,
  missingPackage,
  unknownTypesEntry,
  lostFile,
  wrongImportPath,
  typeOnlyImport,
  defaultOrNamedImport,
  missingExport,
  misspeltName,
  missingImport,
  missingUseClient,
  missingEnvironmentVariable,
  missingAwait,
  renamedMember,
  htmlAttribute,
  numericText,
  nameInScope,
  extraArgument,
  excessProperty,
  promiseOfNothing,
  pageDefaultExport,
  possiblyUndefined,
  leaveWhenAbsent,
  debuggerStatement,
  missingKey,
  hooksFirst,
  impureInRender,
  recordKey,
  parameterType,
  typeArguments,
  portInUse,
  comparedWithItself,
  preparedValue,
  unusedName,
];
