// What shops sell, by their trade: names, categories and descriptions that belong together.
import { startsWord } from "./naming.ts";
import { list } from "./seed-names.ts";

export interface Trade {
  /** Where a word of what is sold, or of the app, starts. */
  readonly name: RegExp;
  readonly titles: readonly string[];
  readonly categories: readonly string[];
  readonly texts: readonly string[];
  /** In the major unit. */
  readonly prices: readonly [least: number, most: number];
}

const trade = (name: RegExp, prices: Trade["prices"], titles: string, categories: string, texts: string): Trade => ({
  name,
  prices,
  titles: list(titles),
  categories: list(categories),
  texts: list(texts),
});

export const trades: readonly Trade[] = [
  trade(
    /ceramic|potter|stoneware|tableware/,
    [12, 90],
    "Speckled mug|Tall vase, sea green|Serving bowl|Espresso cups, set of four|Oval platter|Planter with saucer|Milk jug|Ramen bowl|Candle holder|Salt cellar|Tea bowl|Butter dish",
    "Mugs and cups|Bowls|Plates|Vases|Serving|Planters|Gifts|Seconds",
    "Thrown and glazed by hand, so no two are quite alike.|Food-safe glaze; happy in the dishwasher.|Fired twice, matt outside and glossy inside.|A little heavier than it looks, and good to hold.|Made in small batches; the next firing is in three weeks.|Stoneware that keeps warm what is in it.",
  ),
  trade(
    /jewel|ring(?!s? binder)|necklace|earring|bracelet/,
    [30, 240],
    "Silver hoop earrings|Fine gold chain|Signet ring|Pearl studs|Twisted bangle|Moonstone pendant|Stacking rings, set of three|Leaf brooch|Charm bracelet|Hammered cuff|Birthstone ring|Anklet with beads",
    "Rings|Necklaces|Earrings|Bracelets|Brooches|Wedding|Gifts|Made to order",
    "Recycled silver, polished by hand.|Comes in a small linen box, ready to give.|Fits most wrists; we resize it for nothing.|Set with a stone of its own colour, so each one differs.|Light enough to forget that you are wearing it.|Safe for sensitive skin; no nickel.",
  ),
  trade(
    /cloth|fashion|apparel|garment|boutique|dress|shirt|wear$/,
    [25, 160],
    "Linen shirt|Merino jumper|Wide trousers|Wrap dress|Denim jacket|Cotton T-shirt|Wool coat|Pleated skirt|Rain parka|Knitted scarf|Chino shorts|Corduroy overshirt",
    "Shirts|Knitwear|Trousers|Dresses|Jackets|Basics|Accessories|Sale",
    "Soft from the first wash; takes one size, as usual.|Organic cotton, sewn in a family workshop.|Falls straight and a little loose. Wash at 30 °C.|Warm without being heavy; good for three seasons.|Deep pockets, strong seams, horn buttons.|Keeps its shape and its colour.",
  ),
  trade(
    /shoe|sneaker|boot|footwear/,
    [45, 190],
    "Suede loafers|Trail runners|Leather boots|Canvas trainers|Rain boots|Wool slippers|Court sneakers|Hiking shoes|Sandals with straps|Desert boots|Ballet flats|Chelsea boots",
    "Trainers|Boots|Sandals|Slippers|Running|Hiking|Children|Care",
    "True to size; between two, take the larger.|Leather from a tannery that works without chrome.|Can be resoled, and more than once.|Grips on wet stone and on leaves.|Light, and wide enough for a long day.|Needs a week to become yours.",
  ),
  trade(
    /furniture|interior|sofa|chair|lamp|home decor/,
    [60, 900],
    "Oak dining table|Reading chair|Bookshelf, five boards|Round side table|Wool rug|Pendant lamp|Bed frame|Writing desk|Bench with storage|Linen cushion|Wall mirror|Coat rack",
    "Tables|Seating|Storage|Lighting|Rugs|Bedroom|Office|Outdoor",
    "Solid oak, oiled; marks can be sanded away.|Put together in ten minutes, with one key.|Stands on uneven floors, thanks to its feet.|A warm light that can be dimmed.|Covers come off and go into the wash.|Built to order in four weeks.",
  ),
  trade(
    /plant|garden|nurser|succulent|seed/,
    [6, 60],
    "Monstera|Lavender, potted|Snake plant|Olive tree, small|Fern in a basket|String of pearls|Tomato seedlings|Herb box|Fig tree|Peace lily|Cactus trio|Climbing rose",
    "Indoor|Outdoor|Herbs|Succulents|Trees|Seeds|Pots|Care",
    "Likes a bright window and dry feet.|Forgives those who forget to water.|Flowers from May until the first frost.|Grown without peat, in a nursery nearby.|Stays small; good for a shelf.|Safe for cats and dogs.",
  ),
  trade(
    /flower|florist|bouquet/,
    [12, 70],
    "Meadow bouquet|Tulips, bunch of twenty|Peonies|Dried wreath|White roses|Sunflowers|Spring basket|Eucalyptus and thistle|Table arrangement|Letterbox flowers|Bridal bouquet|Lilies",
    "Bouquets|Roses|Dried|Weddings|Sympathy|Subscriptions|Vases|Seasonal",
    "Cut this morning; lasts a week with fresh water.|What the season gives, in soft colours.|Tied by hand and wrapped in paper.|With a card, if you tell us the words.|Strong scent: best in a large room.|Can be hung up to dry afterwards.",
  ),
  trade(
    /coffee|roaster|espresso bean/,
    [8, 28],
    "House espresso|Ethiopia Guji, filter|Decaf Colombia|Winter blend|Kenya AA|Brazil Santos|Cold brew pack|Guatemala Antigua|Barista kit|Hand grinder|Drip bags, ten|Sumatra, dark",
    "Espresso|Filter|Decaf|Single origin|Blends|Equipment|Gifts|Subscriptions",
    "Roasted on Tuesdays, sent the same day.|Chocolate and hazelnut, with little acid.|Peach, jasmine, and a long finish.|Works in a moka pot as well as in a machine.|Bought directly from the growers.|Best two weeks after roasting.",
  ),
  trade(
    /tea$|teas$|tea shop|tea house/,
    [5, 22],
    "Earl Grey|Sencha|Darjeeling, first flush|Chamomile|Masala chai|Oolong, high mountain|Rooibos with vanilla|Jasmine pearls|Peppermint|Lapsang souchong|Matcha, 30 g|Assam breakfast",
    "Black|Green|Oolong|Herbal|Chai|Matcha|Accessories|Gifts",
    "Three minutes at 80 °C, and once more after that.|Picked in April, whole leaves.|Without caffeine; good before bed.|Strong enough for milk.|Blended in our shop, in small tins.|Smoky, and not for everybody.",
  ),
  trade(
    /cake|bakery|pastr|bread|cookie|cupcake|confection/,
    [3, 38],
    "Sourdough loaf|Lemon tart|Chocolate fudge cake|Cinnamon buns, six|Almond croissant|Carrot cake|Rye bread|Apple crumble|Macarons, box of twelve|Cheesecake|Focaccia|Birthday cake",
    "Bread|Cakes|Pastries|Cookies|Savoury|Birthdays|Weddings|Vegan",
    "Baked at four, on the shelf at seven.|Keeps for three days, if it gets the chance.|Contains nuts, milk and eggs.|Long fermented, with a dark crust.|Order by noon for the next day.|Not too sweet.",
  ),
  trade(
    /cosmetic|skincare|skin care|beauty product|soap|perfume|candle/,
    [6, 36],
    "Oat soap|Rose hand cream|Beeswax candle|Clay mask|Lip balm, mint|Body oil, citrus|Shampoo bar|Lavender pillow mist|Face serum|Bath salts|Cedar candle|Day cream SPF 30",
    "Face|Body|Hair|Bath|Candles|Gifts|Sets|Refills",
    "Made in small batches, without palm oil.|A light scent that does not stay on.|For dry and sensitive skin.|The jar comes back, and is filled again.|Burns for forty hours.|Never tested on animals.",
  ),
  trade(
    /toy|board game|puzzle shop|children's/,
    [8, 70],
    "Wooden train|Stacking rings|Hand puppet, fox|Building blocks, 60|Marble run|Jigsaw, 500 pieces|Kite|Doll's house|Memory cards|Rocking horse|Balance bike|Craft box",
    "0 to 2 years|3 to 5 years|6 to 9 years|Wooden|Outdoors|Games|Crafts|Puzzles",
    "Beech, painted with colours that may be chewed.|No batteries, no noise.|For one child, or for four.|Parts that are lost can be bought again.|Survives being dropped down the stairs.|Keeps them busy for a rainy afternoon.",
  ),
  trade(
    /electronic|gadget|phone|laptop|computer|smart home|audio/,
    [19, 400],
    "Wireless earbuds|Mechanical keyboard|4K monitor, 27 inch|USB-C dock|Portable speaker|Webcam|Power bank|E-reader|Smart plug|Noise-cancelling headphones|Tablet, 11 inch|Router",
    "Audio|Computers|Monitors|Phones|Smart home|Cables|Accessories|Refurbished",
    "Charges in an hour, lasts for thirty.|Two-year warranty; spare parts for five.|Works without an account and without an app.|Plug it in, and it is ready.|Quiet under load.|With a cable of one metre in the box.",
  ),
  trade(
    /wine|vineyard|winery|bottle shop/,
    [8, 38],
    "Riesling, dry|Pinot noir|Blanc de blancs|Rosé of the south|Chardonnay, barrel aged|Grenache|Cider, cloudy|Orange wine|Merlot reserve|Sweet muscat|Crémant|Tasting box",
    "Red|White|Rosé|Sparkling|Natural|Cider|Gifts|Tasting boxes",
    "Slate, lime, and a little salt.|Open it an hour before.|Good with mushrooms and with hard cheese.|From old vines on a north slope.|Unfiltered; shake it gently.|Drink now, or in five years.",
  ),
  trade(
    /bike|bicycle|cycling/,
    [15, 900],
    "City bike, seven gears|Gravel bike|Folding bike|Child's bike, 20 inch|E-bike, 500 Wh|Panniers, pair|Helmet|Frame lock|Front light|Floor pump|Child seat|Touring saddle",
    "City|Touring|Electric|Children|Parts|Lights|Bags|Locks",
    "Steel frame, hub gears, little to look after.|Assembled, tested, ready to ride.|For riders from 165 to 185 cm.|With mudguards, rack and lights.|Sixty kilometres on one charge.|First service is included.",
  ),
];

/** What a shop calls all it sells; a single kind of it ("laptop", "bike") has names of its own. */
const wares =
  /ceramic|pottery|stoneware|jewel|cloth(es|ing)|garment|furniture|plant$|succulent|flower|bouquet|coffee$|tea$|cake|pastr|bread|cosmetic|toy$|electronic|gadget|wine$/;
const goods = /product|item|article|goods|categor|collection|merch/;
const selling = /shop|store|boutique|sell|cart|checkout|order|florist|bakery|nurser|winery|roaster/;

export const categoryTexts = list(
  "Chosen by hand, a few pieces at a time.|What people come back for.|New pieces every month.|For every day, and for guests.|Small, and easy to send.|The last of each series.",
);

/** The trade of what is called so, in an app of which these are the words. */
export function tradeOf(label: string, text: string): Trade | undefined {
  if (!startsWord(selling, text)) return undefined;
  if (startsWord(wares, label)) return trades.find(({ name }) => startsWord(name, label));
  return startsWord(goods, label) && !startsWord(/order|cart|invoice|menu/, label)
    ? trades.find(({ name }) => startsWord(name, text))
    : undefined;
}
