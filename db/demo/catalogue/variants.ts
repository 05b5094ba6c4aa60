/** What tells the products of one type apart, worded for each language, with its effect on the price. */
export interface Variant {
  zh: string;
  en: string;
  es: string;
  priceFactor: number;
}

const v = (zh: string, en: string, es: string, priceFactor = 1): Variant => ({ zh, en, es, priceFactor });

/** Spanish materials and colours are prepositional phrases, so that they agree with any noun. */
export const VARIANTS = {
  walnut: v("胡桃木", "Walnut", "de nogal", 1.18),
  oak: v("橡木", "Oak", "de roble"),
  ash: v("白蜡木", "Ash", "de fresno", 0.94),
  teak: v("柚木", "Teak", "de teca", 1.25),
  acacia: v("相思木", "Acacia", "de acacia", 0.9),
  bamboo: v("竹制", "Bamboo", "de bambú", 0.72),
  rattan: v("藤编", "Rattan", "de ratán", 0.95),
  brass: v("黄铜", "Brass", "de latón", 1.12),
  steel: v("不锈钢", "Stainless steel", "de acero inoxidable"),
  castIron: v("铸铁", "Cast iron", "de hierro fundido", 1.1),
  aluminium: v("铝合金", "Aluminium", "de aluminio", 0.9),
  ceramic: v("陶瓷", "Ceramic", "de cerámica"),
  stoneware: v("粗陶", "Stoneware", "de gres", 0.92),
  porcelain: v("骨瓷", "Bone china", "de porcelana fina", 1.35),
  glass: v("玻璃", "Glass", "de vidrio", 0.88),
  marble: v("大理石", "Marble", "de mármol", 1.4),
  concrete: v("水泥", "Concrete", "de cemento", 0.85),
  linen: v("亚麻", "Linen", "de lino", 1.1),
  cotton: v("纯棉", "Cotton", "de algodón", 0.86),
  waffle: v("华夫格", "Waffle-weave", "de tejido gofre", 0.95),
  silk: v("桑蚕丝", "Mulberry silk", "de seda", 1.95),
  wool: v("羊毛", "Wool", "de lana", 1.3),
  velvet: v("丝绒", "Velvet", "de terciopelo", 1.05),
  leather: v("头层牛皮", "Leather", "de piel", 1.6),
  boucle: v("羊羔绒", "Bouclé", "de bouclé", 1.1),
  jute: v("黄麻", "Jute", "de yute", 0.8),
  paper: v("和纸", "Washi paper", "de papel washi", 0.7),
  white: v("奶油白", "Cream white", "en blanco crema"),
  black: v("哑光黑", "Matt black", "en negro mate"),
  sage: v("鼠尾草绿", "Sage green", "en verde salvia"),
  navy: v("藏青", "Navy", "en azul marino"),
  terracotta: v("陶土色", "Terracotta", "en terracota"),
  grey: v("雾灰", "Mist grey", "en gris niebla"),
  mustard: v("姜黄", "Mustard", "en mostaza"),
  blush: v("豆沙粉", "Blush pink", "en rosa empolvado"),
  cm20: v("20厘米", "20 cm", "de 20 cm", 0.75),
  cm24: v("24厘米", "24 cm", "de 24 cm", 0.9),
  cm28: v("28厘米", "28 cm", "de 28 cm", 1.05),
  cm30: v("30厘米", "30 cm", "de 30 cm", 0.85),
  cm40: v("40厘米", "40 cm", "de 40 cm", 1.15),
  cm60: v("60厘米", "60 cm", "de 60 cm", 0.9),
  cm80: v("80厘米", "80 cm", "de 80 cm", 1.1),
  m2: v("160×230厘米", "160 × 230 cm", "de 160 × 230 cm", 1),
  m3: v("200×290厘米", "200 × 290 cm", "de 200 × 290 cm", 1.5),
  single: v("单人", "Single", "individual", 0.8),
  double: v("双人", "Double", "de matrimonio"),
  king: v("加大双人", "King-size", "de tamaño king", 1.25),
  l1: v("1升", "1 L", "de 1 L", 0.85),
  l2: v("2升", "2 L", "de 2 L", 1.1),
  l4: v("4升", "4 L", "de 4 L", 0.9),
  l6: v("6升", "6 L", "de 6 L", 1.15),
  l20: v("20升", "20 L", "de 20 L", 0.85),
  l35: v("35升", "35 L", "de 35 L", 1.2),
  tier3: v("三层", "3-tier", "de 3 baldas", 0.8),
  tier5: v("五层", "5-tier", "de 5 baldas", 1.15),
  set4: v("四只装", "4-piece", "de 4 piezas", 0.75),
  set6: v("六只装", "6-piece", "de 6 piezas", 1.05),
  set12: v("十二件套", "12-piece", "de 12 piezas", 1.7),
  w30: v("30W", "30 W", "de 30 W", 0.75),
  w65: v("65W", "65 W", "de 65 W", 1),
  w100: v("100W", "100 W", "de 100 W", 1.4),
  warm: v("暖光", "Warm-white", "de luz cálida", 0.95),
  tunable: v("可调色温", "Tunable-white", "de luz regulable", 1.15),
  cedar: v("雪松", "Cedar", "de cedro"),
  fig: v("无花果", "Fig", "de higo"),
  osmanthus: v("桂花", "Osmanthus", "de osmanto", 1.05),
  forTwo: v("双人", "Two-person", "para dos personas", 0.8),
  forFour: v("四人", "Four-person", "para cuatro personas", 1.2),
} satisfies Record<string, Variant>;

export type VariantKey = keyof typeof VARIANTS;

const COLOURS: ReadonlySet<string> = new Set(
  "white black sage navy terracotta grey mustard blush".split(" "),
);
const SCENTS: ReadonlySet<string> = new Set(["cedar", "fig", "osmanthus"]);
const LIGHTS: ReadonlySet<string> = new Set(["warm", "tunable"]);
const SIZES = /^(cm|m|l|tier|set)\d+$|^(single|double|king|forTwo|forFour)$/;

/** What a variant is a choice of. */
export function optionOf(key: VariantKey): "colour" | "scent" | "light" | "size" | "power" | "material" {
  if (COLOURS.has(key)) return "colour";
  if (SCENTS.has(key)) return "scent";
  if (LIGHTS.has(key)) return "light";
  if (SIZES.test(key)) return "size";
  return /^w\d+$/.test(key) ? "power" : "material";
}
