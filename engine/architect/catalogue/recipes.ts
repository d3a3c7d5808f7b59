import type { FamilyData } from "./family.ts";

export const recipes: FamilyData = {
  id: "recipes",
  title: "Recipes and cooking",
  cues: [
    "recipe",
    "cooking",
    "cookbook",
    "meal plan",
    "ingredient",
    "baking",
    "culinary",
    "grocery",
    "shopping list",
    "pantry",
    "wine",
    "coffee",
    "beer",
    "cocktail",
  ],
  core: ["Recipe", "Ingredient"],
  audience: "People who like to cook.",
  entities: [
    {
      name: "Recipe",
      aliases: ["cooking recipe", "cocktail recipe", "cocktail"],
      about: "How to cook something.",
      fields:
        "title*;description;ingredients;instructions;cooking time;servings:integer[1..]=4;difficulty;category(Breakfast|Main course|Side dish|Dessert|Drink)=Main course;image",
      belongsTo: ["Category", "Author", "Chef"],
      linkedTo: ["Tag"],
    },
    {
      name: "Ingredient",
      about: "What goes in.",
      fields: "name*;quantity:decimal[0..];unit(g|kg|ml|l|piece|tbsp|tsp)=g;note:text",
      belongsTo: ["Recipe"],
    },
    {
      name: "Meal Plan",
      aliases: ["weekly meal plan", "menu plan"],
      about: "What is eaten when.",
      fields: "title*;date*;meal(Breakfast|Lunch|Dinner|Snack)=Dinner;servings;notes",
      belongsTo: ["Recipe"],
    },
    {
      name: "Shopping List Item",
      aliases: ["grocery item", "shopping list", "grocery list", "grocery", "shopping item"],
      about: "Something to buy.",
      fields: "name*;quantity:decimal[0..]=1;unit:text;bought:boolean=false;aisle:text;price",
      belongsTo: ["Meal Plan", "Meal", "Recipe", "Store"],
    },
    {
      name: "Pantry Item",
      aliases: ["pantry", "fridge item", "food stock"],
      about: "Food at home.",
      fields: "name*;quantity:decimal[0..];unit:text;expiry date;location(Fridge|Freezer|Pantry)=Pantry",
      badges: [
        {
          label: "Expired",
          tone: "danger",
          field: "expiry date",
          operator: "before-today",
          cues: ["expired", "expiring", "expiry"],
        },
      ],
    },
    { name: "Chef", aliases: ["cook"], about: "Who cooks.", fields: "name*;bio;photo;specialty;website" },
    {
      name: "Wine",
      aliases: ["bottle of wine", "wine bottle"],
      about: "A bottle of wine.",
      fields:
        "name*;winery:text;vintage:integer;type(Red|White|Rosé|Sparkling)=Red;region;price;quantity:integer[0..]=1;rating;tasting notes:longText",
    },
    {
      name: "Coffee",
      aliases: ["coffee bean", "bean"],
      about: "A coffee to brew.",
      fields:
        "name*;roaster:text;origin;roast level(Light|Medium|Dark)=Medium;process:text;price;rating;tasting notes:longText",
    },
    {
      name: "Beer",
      about: "A beer.",
      fields: "name*;brewery:text;style:text;alcohol:decimal[0..];rating;tasting notes:longText;photo",
    },
    {
      name: "Tasting Note",
      aliases: ["tasting", "brew log"],
      about: "How it tasted.",
      fields: "title*;date*;rating;notes",
      belongsTo: ["Wine", "Coffee", "Beer"],
    },
  ],
};
