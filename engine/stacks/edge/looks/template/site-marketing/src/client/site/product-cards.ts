/** Whether things for sale stand on cards also where nothing has a picture yet; else they are lines of a price list. */
export const showsProducts: boolean = false;

/** Whether the header searches the first collection, whose page then needs no second field for it. */
export const headerSearches: boolean = false;
