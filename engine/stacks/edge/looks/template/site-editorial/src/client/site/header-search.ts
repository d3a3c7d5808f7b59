/** Whether the header searches the first collection, whose page then needs no second field for it. */
export const headerSearches: boolean = false;
