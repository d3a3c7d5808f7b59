// All repairs without a model, in the order in which they are asked.
import { brokenJson } from "./broken-json.ts";
import { defaultOrNamedImport } from "./default-or-named-import.ts";
import { missingAsync } from "./missing-async.ts";
import { missingAwait } from "./missing-await.ts";
import { missingEnvironmentVariable } from "./missing-environment-variable.ts";
import { missingExport } from "./missing-export.ts";
import { missingImport } from "./missing-import.ts";
import { missingPackage } from "./missing-package.ts";
import { misspeltName } from "./misspelt-name.ts";
import { missingUseClient } from "./missing-use-client.ts";
import { possiblyUndefined } from "./possibly-undefined.ts";
import { typeOnlyImport } from "./type-only-import.ts";
import type { Rule } from "./rule.ts";
import { unclosedBracket } from "./unclosed-bracket.ts";
import { unusedName } from "./unused-name.ts";
import { wrongImportPath } from "./wrong-import-path.ts";

export const rules: readonly Rule[] = [
  brokenJson,
  missingAsync,
  unclosedBracket,
  missingPackage,
  wrongImportPath,
  typeOnlyImport,
  defaultOrNamedImport,
  missingExport,
  misspeltName,
  missingImport,
  missingUseClient,
  missingEnvironmentVariable,
  missingAwait,
  possiblyUndefined,
  unusedName,
];
