/**
 * A seeded source of randomness: the demo shop is the same on every machine for the same anchor.
 * The generator is sfc32 by Chris Doty-Humphrey (PractRand, public domain): 128 bits of state, passes PractRand,
 * and needs only 32-bit integer operations. Strings are hashed into its state with MurmurHash3's finaliser.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(private readonly seed: string) {
    [this.a, this.b, this.c] = hashSeed(seed);
    // The author's advice: twelve rounds before the first output, so that similar seeds part ways.
    for (let round = 0; round < 12; round++) this.uint32();
  }

  /** An independent stream: what one part of the shop draws never shifts what another part gets. */
  fork(label: string | number): Random {
    return new Random(`${this.seed}/${label}`);
  }

  uint32(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return sum >>> 0;
  }

  /** Uniform in [0, 1). */
  next(): number {
    return this.uint32() / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  between(min: number, max: number): number {
    return min + this.next() * (max - min);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.next() * items.length)] as Item;
  }

  digits(count: number): string {
    let text = "";
    for (let index = 0; index < count; index++) text += Math.floor(this.next() * 10);
    return text;
  }

  /** Normal by the Box–Muller transform. */
  normal(mean: number, sd: number): number {
    return mean + sd * Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** Pareto with minimum 1, by inversion; cut off at `max` so that one buyer does not own the shop. */
  pareto(shape: number, max: number): number {
    return Math.min(max, (1 - this.next()) ** (-1 / shape));
  }
}

function hashSeed(text: string): [number, number, number] {
  const lanes: [number, number, number] = [0x9e3779b9, 0x243f6a88, 0xb7e15162];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    for (let lane = 0; lane < 3; lane++)
      lanes[lane] = mix(lanes[lane as 0] ^ Math.imul(code + lane, 0x01000193));
  }
  return lanes;
}

function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Draws indexes in proportion to fixed weights: cumulative sums and a binary search. */
export class WeightedIndex {
  private readonly cumulative: Float64Array;
  readonly total: number;

  constructor(weights: ArrayLike<number>) {
    this.cumulative = new Float64Array(weights.length);
    let sum = 0;
    for (let index = 0; index < weights.length; index++) {
      sum += weights[index] ?? 0;
      this.cumulative[index] = sum;
    }
    this.total = sum;
  }

  draw(random: Random): number {
    const target = random.next() * this.total;
    let low = 0;
    let high = this.cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.cumulative[middle] as number) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Splits `total` whole units in proportion to the weights; the parts sum to exactly `total`. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let before = 0;
  let seen = 0;
  return weights.map((weight) => {
    seen += weight;
    const upTo = Math.round((total * seen) / sum);
    const part = upTo - before;
    before = upTo;
    return part;
  });
}

/** UUIDv7 (RFC 9562, method 1) at given instants; the counter keeps ids of one millisecond in order. */
export class IdFactory {
  private counter = 0;

  constructor(private readonly random: Random) {}

  at(timeMs: number): string {
    const time = Math.floor(timeMs).toString(16).padStart(12, "0");
    this.counter = (this.counter + 1) & 0xfff;
    const counter = this.counter.toString(16).padStart(3, "0");
    const high = ((this.random.uint32() & 0x3fffffff) | 0x80000000) >>> 0;
    const highHex = high.toString(16);
    const low = this.random.uint32().toString(16).padStart(8, "0");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${highHex.slice(0, 4)}-${highHex.slice(4)}${low}`;
  }
}
