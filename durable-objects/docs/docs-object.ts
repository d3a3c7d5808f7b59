/** Documentation is the same for everybody: there is one object, of this name. */
export const docsObject = "docs";
