/** Marks what page and frame say to each other. Apart from the schemas, which are heavy and needed only once something is said. */
export const frameMark = "nexusgen-frame";
