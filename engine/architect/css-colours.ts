// The colour names of CSS Color 4 and some that people use beside them, without spaces, with their hexadecimal values.

const table =
  "aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4 " +
  "black 000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0 " +
  "chartreuse 7fff00 chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff " +
  "darkblue 00008b darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b " +
  "darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a darkseagreen 8fbc8f " +
  "darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff " +
  "dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff " +
  "gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520 gray 808080 green 008000 greenyellow adff2f " +
  "grey 808080 honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c " +
  "lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan e0ffff " +
  "lightgoldenrod fafad2 lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1 lightsalmon ffa07a " +
  "lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899 lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 " +
  "limegreen 32cd32 linen faf0e6 magenta ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 " +
  "mediumpurple 9370db mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585 midnightblue 191970 " +
  "mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 navyblue 000080 oldlace fdf5e6 " +
  "olive 808000 olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98 " +
  "paleturquoise afeeee palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd " +
  "powderblue b0e0e6 purple 800080 rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 " +
  "salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb " +
  "slateblue 6a5acd slategray 708090 slategrey 708090 snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c " +
  "teal 008080 thistle d8bfd8 tomato ff6347 turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff " +
  "whitesmoke f5f5f5 yellow ffff00 yellowgreen 9acd32 emerald 10b981 charcoal 36454f burgundy 800020 cream fffdd0 " +
  "mint 98ff98 amber ffbf00 azuremist f0ffff peach ffe5b4 rose ff007f sage 9caf88 terracotta e2725b " +
  "offwhite faf9f6 mustard ffdb58 lilac c8a2c8 scarlet ff2400 cobalt 0047ab ";

/** What people compare colours with. Most of these words mean the thing itself where nothing speaks of colours. */
const likened =
  "sand d9b382 warmsand d2a56d burntorange cc5500 blush de5d83 honey e8a317 rust b7410e clay b66a50 ochre cc7722 " +
  "copper b87333 bronze a97142 ruby 9b111e sapphire 0f52ba jade 00a86b moss 6b7a3a pine 01796f denim 3b6ea8 " +
  "graphite 41424c slate 64748b petrol 005f6a aubergine 472c4c eggplant 472c4c cherry b01030 brick a93a2c champagne f3e5c8 " +
  "espresso 4b3621 coffee 6f4e37 mocha 7b5b45 caramel b5713c wine 722f37 bordeaux 5f021f berry 8e2c55 raspberry c72c5b " +
  "lemon f4d03f sunflower f5b301 apricot f2a65a tangerine f28500 eggshell f5f0e1 stone a8a29e taupe 8b7d72 sky 38a3e0 " +
  "ocean 0b6e99 oceanblue 0b6e99 sea 20808d midnight 191970 ink 1f2a44 ash 8a8d8f pearl f5f3ee bone f0ead6 cinnamon a0522d " +
  "ginger b06500 hazel 8e7618 eucalyptus 5f8575 dustyrose b5838d bubblegum ff85b3 grape 6f2da8 pistachio 93c572 avocado 568203 " +
  "sunset f27059 sunrise f5a25d fire e25822 flame e25822 ice d6ecf5 steel 4682b4 concrete 8d8d88 sandstone c9a97a " +
  "electricblue 2f6bff racinggreen 004225 bottlegreen 006a4e kellygreen 4cbb17 rosegold b76e79 babyblue 89cff0 duckegg b7d3cf " +
  "gunmetal 2a3439 magnolia f4e9d8 parchment f1e9d2 olivegreen 6b7d2a brickred a93a2c winered 722f37 bloodred 8a0303 " +
  "neongreen 39d353 neonpink ff3ea5 icyblue bcdff1 periwinkle 8288e0 mauve 9c6b98 fuschia ff00ff vermilion e34234 umber 6b4a2f ";

const readTable = (text: string): Map<string, string> => {
  const words = text.trim().split(" ");
  return new Map(words.flatMap((word, at) => (at % 2 === 0 ? [[word, `#${words[at + 1] ?? ""}`] as const] : [])));
};
const colours = readTable(table);
const likenedColours = readTable(likened);

const hues = new Set(
  "red orange yellow green blue purple violet pink brown beige grey gray white black teal turquoise".split(" "),
);
/** A word that is a colour and nothing else, and may follow another one: "honey yellow". */
export const isHue = (word: string): boolean => hues.has(word.toLowerCase());

/** `#rrggbb` of "sand" or "burnt orange"; null for anything else. */
export const likenedValue = (name: string): string | null =>
  likenedColours.get(name.toLowerCase().replaceAll(/[\s-]/g, "")) ?? null;

/** `#rrggbb`, a part of the way (0 to 1) towards white or black. */
export function shade(hex: string, towards: "white" | "black", part: number): string {
  const end = towards === "white" ? 255 : 0;
  const channel = (at: number): string => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16);
    return Math.round(value + (end - value) * part)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** `#rrggbb` of "navy", "dark olive green", "#fff"; null for anything else. */
export function colourValue(name: string): string | null {
  const plain = name.toLowerCase().replaceAll(/[\s-]/g, "");
  const named = colours.get(plain);
  if (named !== undefined) return named;
  if (/^#[0-9a-f]{6}$/.test(plain)) return plain;
  if (/^#[0-9a-f]{3}$/.test(plain)) return `#${Array.from(plain.slice(1), (digit) => digit + digit).join("")}`;
  return null;
}

/** Of `#rrggbb`, 0 (black) to 1 (white), by the relative luminance of WCAG 2. */
export function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
