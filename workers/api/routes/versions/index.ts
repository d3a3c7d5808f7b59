import { buildVersion } from "./build.ts";
import { diffVersions } from "./diff.ts";
import { editVersion } from "./edit.ts";
import { listChecks } from "./list-checks.ts";
import { listFiles } from "./list-files.ts";
import { listKept } from "./list-kept.ts";
import { listVersions } from "./list.ts";
import { readCheckReport } from "./read-check-report.ts";
import { readFile } from "./read-file.ts";
import { readProposal } from "./read-proposal.ts";
import { readTree } from "./read-tree.ts";
import { readVersion } from "./read.ts";
import { rollBack } from "./roll-back.ts";

export const versionOperations = [
  listVersions,
  readVersion,
  listFiles,
  readFile,
  readTree,
  listKept,
  readProposal,
  diffVersions,
  editVersion,
  buildVersion,
  rollBack,
  listChecks,
  readCheckReport,
];
