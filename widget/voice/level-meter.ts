import { h } from "../ui/dom";

const BARS = 24;
/** Speech into a microphone lies between these, in decibels below full scale. */
const SILENCE_DB = -60;
const LOUD_DB = -12;

/** 0 for silence, 1 for a loud voice: root mean square in decibels. */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const db = 10 * Math.log10(sum / Math.max(1, samples.length) + 1e-12);
  return Math.max(0, Math.min(1, (db - SILENCE_DB) / (LOUD_DB - SILENCE_DB)));
}

/** How loud it is and was in the last moments: bars that move on. For eyes alone. */
export class LevelMeter {
  readonly element = h("div", { class: "meter", "aria-hidden": "true" });
  private readonly bars: HTMLElement[];
  private readonly levels: number[] = Array.from({ length: BARS }, () => 0);
  private samples: Float32Array<ArrayBuffer> = new Float32Array();
  private analyser: AnalyserNode | null = null;

  constructor() {
    this.bars = this.levels.map(() => h("i"));
    this.element.append(...this.bars);
    this.paint();
  }

  listenTo(context: AudioContext, source: AudioNode): void {
    this.analyser = context.createAnalyser();
    this.analyser.fftSize = 2_048;
    this.samples = new Float32Array(this.analyser.fftSize);
    source.connect(this.analyser);
  }

  draw(): void {
    if (!this.analyser) return;
    this.analyser.getFloatTimeDomainData(this.samples);
    this.levels.shift();
    this.levels.push(levelOf(this.samples));
    this.paint();
  }

  private paint(): void {
    for (const [index, bar] of this.bars.entries()) {
      bar.style.transform = `scaleY(${Math.max(0.08, this.levels[index] ?? 0).toFixed(3)})`;
    }
  }
}
