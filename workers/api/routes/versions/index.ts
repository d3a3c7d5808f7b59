import { buildVersion } from "./build.ts";
import { diffVersions } from "./diff.ts";
import { editVersion } from "./edit.ts";
import { findTypes } from "./find-types.ts";
import { forkVersion } from "./fork.ts";
import { listChecks } from "./list-checks.ts";
import { listFiles } from "./list-files.ts";
import { listKept } from "./list-kept.ts";
import { listVersions } from "./list.ts";
import { openLivePreview } from "./open-live.ts";
import { openVersionPreview } from "./open-preview.ts";
import { readBlame } from "./read-blame.ts";
import { readCheckReport } from "./read-check-report.ts";
import { readFile } from "./read-file.ts";
import { readHistory } from "./read-history.ts";
import { readVersionPicture } from "./read-picture.ts";
import { readProposal } from "./read-proposal.ts";
import { readTypes } from "./read-types.ts";
import { readTree } from "./read-tree.ts";
import { readVersion } from "./read.ts";
import { rollBack } from "./roll-back.ts";

export const versionOperations = [
  listVersions,
  readVersion,
  listFiles,
  readFile,
  readTree,
  findTypes,
  readTypes,
  listKept,
  readProposal,
  readVersionPicture,
  openVersionPreview,
  openLivePreview,
  diffVersions,
  editVersion,
  buildVersion,
  rollBack,
  forkVersion,
  readHistory,
  readBlame,
  listChecks,
  readCheckReport,
];
