import { diffVersions } from "./diff.ts";
import { listFiles } from "./list-files.ts";
import { listVersions } from "./list.ts";
import { readFile } from "./read-file.ts";
import { readVersion } from "./read.ts";
import { rollBack } from "./roll-back.ts";

export const versionOperations = [listVersions, readVersion, listFiles, readFile, diffVersions, rollBack];
