import { readGitHub } from "./read.ts";
import { readPush } from "./read-push.ts";
import { startPush } from "./start.ts";

export const githubOperations = [readGitHub, startPush, readPush];
