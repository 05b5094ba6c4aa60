import { DAY_MS } from "../calendar";
import type { DemoCategory, DemoProduct, DemoSupplier } from "../model";
import type { IdFactory, Random } from "../random";
import type { Group, Leaf, ProductType } from "./define";
import { LIVING_GROUPS } from "./living";
import { ROOM_GROUPS } from "./rooms";
import { optionOf, VARIANTS, type Variant, type VariantKey } from "./variants";

export const GROUPS: readonly Group[] = [...ROOM_GROUPS, ...LIVING_GROUPS];
export const LEAVES: readonly Leaf[] = GROUPS.flatMap((group) => group.leaves);

/** Name, mean lead time and its standard deviation in days. */
const SUPPLIERS: readonly (readonly [string, number, number])[] = [
  ["Foshan Lighting 佛山照明", 9, 2],
  ["Zhongshan Smart Light 中山智光", 11, 2.5],
  ["Anji Chair & Table 安吉椅业", 18, 4],
  ["Ganzhou Timberworks 赣州木业", 21, 5],
  ["Nantong Home Textile 南通家纺", 12, 3],
  ["Shaoxing Weaving 绍兴织造", 14, 3.5],
  ["Dehua Ceramics 德化陶瓷", 16, 4],
  ["Kunming Botanics 昆明花木", 8, 2],
  ["Yongkang Cookware 永康炊具", 13, 3],
  ["Jingdezhen Tableware 景德镇瓷业", 17, 4.5],
  ["Cixi Appliances 慈溪电器", 10, 2],
  ["Shunde Kitchen Electric 顺德厨电", 12, 2.5],
  ["Huizhou Acoustics 惠州声学", 15, 3],
  ["Shenzhen Power & Outdoor 深圳能源户外", 9, 2.5],
];

export interface Catalogue {
  categories: DemoCategory[];
  suppliers: DemoSupplier[];
  products: DemoProduct[];
}

/** Builds the tree, the suppliers and one product for every type and variant. */
export function buildCatalogue(
  random: Random,
  ids: IdFactory,
  firstDayMs: number,
  anchorMs: number,
): Catalogue {
  const openedMs = firstDayMs - 200 * DAY_MS;
  const suppliers = SUPPLIERS.map(([name, mean, sd], index): DemoSupplier => {
    const code = name.split(" ")[0]?.toLowerCase();
    return {
      id: ids.at(openedMs + index),
      externalId: `S-${101 + index}`,
      name,
      email: `orders@${code}-${101 + index}.example`,
      leadTimeDaysMean: mean,
      leadTimeDaysSd: sd,
      createdAtMs: openedMs + index,
    };
  });
  const categories: DemoCategory[] = [];
  const drafts: DemoProduct[] = [];
  for (const [groupIndex, group] of GROUPS.entries()) {
    const createdAtMs = openedMs + 1000 * categories.length;
    const name = { zh: group.zh, en: group.en, es: group.es };
    const top = {
      id: ids.at(createdAtMs),
      externalId: group.code,
      parentId: null,
      name,
      position: groupIndex,
      createdAtMs,
    };
    categories.push(top);
    for (const [position, leaf] of group.leaves.entries()) {
      const category: DemoCategory = {
        id: ids.at(createdAtMs + position + 1),
        externalId: `${group.code}-${leaf.code}`,
        parentId: top.id,
        name: { zh: leaf.zh, en: leaf.en, es: leaf.es },
        position,
        createdAtMs: createdAtMs + position + 1,
      };
      categories.push(category);
      const supplier = suppliers[leaf.supplier] as DemoSupplier;
      for (const type of leaf.types) {
        for (const [ordinal, key] of type.variants.entries()) {
          drafts.push(
            draftProduct(random, {
              group,
              groupIndex,
              leaf,
              type,
              ordinal,
              key,
              variant: VARIANTS[key],
              category,
              supplier,
            }),
          );
        }
      }
    }
  }
  return { categories, suppliers, products: launch(drafts, random, ids, firstDayMs, anchorMs) };
}

interface Draft {
  group: Group;
  groupIndex: number;
  leaf: Leaf;
  type: ProductType;
  ordinal: number;
  key: VariantKey;
  variant: Variant;
  category: DemoCategory;
  supplier: DemoSupplier;
}

function draftProduct(random: Random, draft: Draft): DemoProduct {
  const { type, variant } = draft;
  // Shop prices end in 9; the margin is drawn from 25 to 60 %.
  const priceYuan = Math.max(19, Math.round((type.priceYuan * variant.priceFactor) / 10) * 10 - 1);
  const margin = Math.min(0.6, Math.max(0.25, random.normal(0.44, 0.09)));
  return {
    id: "",
    externalId: "",
    sku: `${draft.group.code}-${draft.leaf.code}-${type.code}-${String(draft.ordinal + 1).padStart(2, "0")}`,
    name: {
      zh: type.zh.replace("{}", variant.zh),
      en: type.en.replace("{}", variant.en),
      es: type.es.replace("{}", variant.es),
    },
    priceMinor: priceYuan * 100,
    costMinor: Math.round(priceYuan * 100 * (1 - margin)),
    supplier: draft.supplier,
    category: draft.category,
    leaf: LEAVES.indexOf(draft.leaf),
    group: draft.groupIndex,
    popularity: 0,
    launchedAtMs: 0,
    variantGroup: type.variants.length > 1 ? `${draft.group.code}-${draft.leaf.code}-${type.code}` : null,
    options: { [optionOf(draft.key)]: { zh: variant.zh, en: variant.en, es: variant.es } },
  };
}

/** Gives launch dates, ids in that order, and a popularity by Zipf's law that favours what is cheap. */
function launch(drafts: DemoProduct[], random: Random, ids: IdFactory, firstDayMs: number, anchorMs: number) {
  for (const product of drafts) {
    const isNew = random.chance(0.16);
    product.launchedAtMs = isNew
      ? random.between(firstDayMs, anchorMs - 20 * DAY_MS)
      : firstDayMs - random.between(10, 190) * DAY_MS;
  }
  const appeal = new Map(drafts.map((product) => [product, random.next() * product.priceMinor ** 0.35]));
  // The lamp that the shop is known for leads the ranking.
  const hero = drafts[0];
  if (hero) {
    appeal.set(hero, 0);
    hero.launchedAtMs = firstDayMs - 150 * DAY_MS;
  }
  const ranked = [...drafts].sort((one, other) => (appeal.get(one) ?? 0) - (appeal.get(other) ?? 0));
  for (const [rank, product] of ranked.entries()) product.popularity = 1 / (rank + 6) ** 0.85;
  const byLaunch = [...drafts].sort((one, other) => one.launchedAtMs - other.launchedAtMs);
  for (const [index, product] of byLaunch.entries()) {
    product.id = ids.at(product.launchedAtMs);
    product.externalId = `P-${1001 + index}`;
  }
  return byLaunch;
}
