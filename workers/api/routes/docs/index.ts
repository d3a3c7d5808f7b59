import { readDocument } from "./read-document.ts";
import { showDocs } from "./show-docs.ts";
import { startDocs } from "./start-docs.ts";

export const docsOperations = [readDocument, showDocs, startDocs];
