import { DAY_MS, seasonOn } from "./calendar";
import { GROUPS, LEAVES } from "./catalogue";
import type { Leaf } from "./catalogue/define";
import type { DemoProduct, Market } from "./model";
import { type Random, WeightedIndex } from "./random";

/** What each market likes more or less than the average, by top category. */
const TASTE: Record<Market, Record<string, number>> = {
  zh: { APP: 1.25, KIT: 1.15, OUT: 0.9 },
  en: { LGT: 1.2, DEC: 1.15, OUT: 1.2, APP: 0.7 },
  es: { OUT: 1.35, TXT: 1.15, APP: 0.75 },
};

/**
 * Which product is wanted: Zipf popularity, the season of its category, the market's taste, and a slow rise after
 * its launch. Tables are made once a week and market; demand does not turn faster than that.
 */
export class Shelf {
  private readonly tables = new Map<string, WeightedIndex[]>();

  constructor(private readonly products: readonly DemoProduct[]) {}

  /** Index of a product; `group` keeps the draw within one top category. */
  draw(random: Random, timeMs: number, market: Market, group: number | null): number {
    const tables = this.tablesOf(Math.floor(timeMs / (7 * DAY_MS)), market);
    const within = group === null ? undefined : tables[group + 1];
    return (within && within.total > 0 ? within : (tables[0] as WeightedIndex)).draw(random);
  }

  private tablesOf(week: number, market: Market): WeightedIndex[] {
    const key = `${market}${week}`;
    let tables = this.tables.get(key);
    if (!tables) {
      const weights = this.weigh(week * 7 * DAY_MS, market);
      tables = [new WeightedIndex(weights)];
      for (let group = 0; group < GROUPS.length; group++) {
        tables.push(
          new WeightedIndex(
            weights.map((weight, index) => (this.products[index]?.group === group ? weight : 0)),
          ),
        );
      }
      this.tables.set(key, tables);
    }
    return tables;
  }

  private weigh(timeMs: number, market: Market): number[] {
    const day = new Date(timeMs).toISOString().slice(0, 10);
    return this.products.map((product) => {
      const age = (timeMs - product.launchedAtMs) / (45 * DAY_MS);
      if (age < 0) return 0;
      const season = seasonOn(day, (LEAVES[product.leaf] as Leaf).season);
      const taste = TASTE[market][GROUPS[product.group]?.code ?? ""] ?? 1;
      return product.popularity * season * taste * Math.min(1, 0.3 + age);
    });
  }
}
