// A menu: dishes with their course, price and what is in them.
import { startsWord } from "./naming.ts";

export interface Dish {
  readonly title: string;
  readonly text: string;
  readonly price: number;
  /** Matches where a word of a choice starts: "Starter", "Drinks". */
  readonly course: RegExp;
}

const starter = /starter|appeti[sz]er|antipast|small plate|soup|salad|snack/;
const main = /main|pasta|pizza|lunch|dinner|secondi|primi|meal/;
const dessert = /dessert|sweet|dolci|cake|pastr/;
const drink = /drink|beverage|wine|coffee/;

const dish = (title: string, price: number, course: RegExp, text: string): Dish => ({ title, price, course, text });

const italian: readonly Dish[] = [
  dish("Bruschetta", 7.5, starter, "Grilled bread, tomatoes, basil and good oil."),
  dish("Tagliatelle al ragù", 15.5, main, "Beef and pork, simmered for six hours."),
  dish("Tiramisù", 7, dessert, "Made every morning; contains egg and coffee."),
  dish("Aperol spritz", 8.5, drink, "With a slice of orange and an olive."),
  dish("Margherita", 11.5, main, "San Marzano tomatoes, fior di latte, basil."),
  dish("Vitello tonnato", 12.5, starter, "Cold veal, tuna sauce, capers."),
  dish("Risotto ai funghi", 16, main, "Porcini and chestnut mushrooms. Vegetarian."),
  dish("Panna cotta", 6.5, dessert, "With berries of the season."),
  dish("Espresso", 2.8, drink, "From a roaster round the corner."),
  dish("Branzino al forno", 22, main, "Whole sea bass with lemon and potatoes."),
  dish("Caprese", 9.5, starter, "Buffalo mozzarella, beef tomatoes, basil."),
  dish("Chianti, glass", 6.8, drink, "Dry, with cherry and a little smoke."),
];

const general: readonly Dish[] = [
  dish("Soup of the day", 6.5, starter, "With bread from the bakery next door."),
  dish("Grilled halloumi burger", 12.5, main, "Pickled onions, herb mayonnaise, fries. Vegetarian."),
  dish("Carrot cake", 4.9, dessert, "With walnuts and a lemon icing."),
  dish("Flat white", 3.6, drink, "A double shot; oat milk on request."),
  dish("Mushroom toast", 8.9, starter, "Sourdough, thyme, a poached egg."),
  dish("Chicken club sandwich", 11.5, main, "Three layers, crisp bacon, tomato."),
  dish("Chocolate brownie", 4.5, dessert, "Warm, with vanilla ice cream."),
  dish("Iced lemon tea", 3.9, drink, "Brewed here, not too sweet."),
  dish("Garden salad", 8.5, starter, "Leaves, seeds and what the market had. Vegan."),
  dish("Risotto with peas", 13.5, main, "Finished with lemon and parmesan."),
  dish("Fresh orange juice", 4.2, drink, "Three oranges, nothing else."),
  dish("Apple crumble", 5.5, dessert, "With custard; contains gluten and milk."),
];

/** The dishes of what is called so, in an app of which these are the words. */
export function menuOf(label: string, text: string): readonly Dish[] | undefined {
  const isMenu =
    startsWord(/menu( item)?$|dish|drink/, label) ||
    (startsWord(/product|item/, label) && startsWord(/restaurant|cafe|menu/, text));
  if (!isMenu || startsWord(/order|cart|invoice/, label)) return undefined;
  return startsWord(/italian|pizz|trattoria|pasta/, text) ? italian : general;
}
