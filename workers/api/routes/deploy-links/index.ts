import { fetchArchive } from "./fetch-archive.ts";
import { reportDeployment } from "./report.ts";

export const deployLinkOperations = [fetchArchive, reportDeployment];
