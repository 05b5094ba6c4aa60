/** Three tones of one material, from light to dark, as CSS colours. */
export interface Palette {
  light: string;
  main: string;
  dark: string;
}

const palette = (light: string, main: string, dark: string): Palette => ({ light, main, dark });

/** By the word that stands in the English name; the first that fits wins. */
const MATERIALS: readonly (readonly [RegExp, Palette])[] = [
  [/walnut|teak|cedar/, palette("#a97f5b", "#7d5639", "#573a26")],
  [/oak|acacia|bamboo/, palette("#e2c59c", "#c79f6c", "#94703f")],
  [/ash\b|rattan|jute|fig/, palette("#ecdcbf", "#d6bd92", "#a3885a")],
  [/brass|mustard|osmanthus/, palette("#ecd08a", "#cfa544", "#8f6f23")],
  [/steel|aluminium|grey|concrete|cm\b/, palette("#d9dcdc", "#a9b0b1", "#6f787a")],
  [/cast iron|black/, palette("#6b6865", "#403e3c", "#262423")],
  [/navy/, palette("#7186a8", "#3b5078", "#233250")],
  [/sage|glass/, palette("#cbd8c6", "#9ab093", "#657d60")],
  [/terracotta|leather|copper/, palette("#dfa384", "#bd7350", "#864b31")],
  [/blush|silk|velvet/, palette("#ecccc4", "#cf9f95", "#97695f")],
  [
    /white|ceramic|porcelain|bone china|marble|paper|linen|cotton|boucl|wool|waffle/,
    palette("#f8f2e6", "#dccfb9", "#a59477"),
  ],
  [/stoneware/, palette("#d3cabd", "#a99a86", "#75685a")],
];

/** For names that tell no material: quiet colours that sit beside each other well. */
const QUIET: readonly Palette[] = [
  palette("#c3d3d0", "#7f9d9a", "#516e6c"),
  palette("#e4cfb4", "#c2a077", "#8a6c47"),
  palette("#d8c9d0", "#a58b97", "#715b66"),
  palette("#c9d2df", "#8296b0", "#556881"),
  palette("#d9d8bd", "#a9a778", "#74724b"),
];

/** The same product has the same colours on every page and every day. */
export function paletteOf(sku: string, englishName: string): Palette {
  const name = englishName.toLowerCase();
  const material = MATERIALS.find(([word]) => word.test(name))?.[1];
  return material ?? (QUIET[sum(sku) % QUIET.length] as Palette);
}

export function sum(text: string): number {
  let total = 0;
  for (const character of text) total = (total * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return total;
}
