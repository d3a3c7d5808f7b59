import { listTemplates } from "./list.ts";
import { readTemplatePicture } from "./read-picture.ts";

export const templateOperations = [listTemplates, readTemplatePicture];
