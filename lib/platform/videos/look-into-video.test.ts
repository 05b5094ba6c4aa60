import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { inspectFile } from "@/lib/platform/files";
import { decodeAudio } from "@/lib/platform/models/decode-audio";
import { lookIntoVideo } from "./look-into-video";

const fixture = (name: string) => readFile(new URL(`./fixtures/${name}`, import.meta.url));

describe("a video", () => {
  it.each(["clip.mp4", "clip.webm"])("%s shows a frame and lets its sound be heard", async (name) => {
    const view = await lookIntoVideo(await fixture(name));
    expect(view).toMatchObject({ width: 160, height: 96 });
    const poster = inspectFile(view!.poster!, "poster");
    expect(poster).toMatchObject({ mimeType: "image/png", size: { width: 160, height: 96 } });
    // The clip is reddish and its sound a tone of 220 Hz, two seconds long.
    const samples = await decodeAudio(new Uint8Array(view!.sound!));
    expect(samples.length / 16_000).toBeCloseTo(2, 0);
    const crossings = samples.reduce(
      (sum, sample, at) => sum + (at > 0 && sample >= 0 && samples[at - 1]! < 0 ? 1 : 0),
      0,
    );
    expect(crossings / (samples.length / 16_000)).toBeCloseTo(220, -1);
  });

  it("that is cut off, changed or none at all is not decoded, and nothing breaks", async () => {
    const clip = await fixture("clip.mp4");
    expect(await lookIntoVideo(Buffer.from("no video at all"))).toBeNull();
    for (const seed of [1, 2, 3]) {
      const broken = Buffer.from(clip);
      for (let at = seed * 7; at < broken.length; at += 97) broken[at] = (broken[at]! + seed) % 256;
      const view = await lookIntoVideo(broken);
      if (view?.poster) expect(inspectFile(view.poster, "poster").kind).toBe("image");
    }
    const half = await lookIntoVideo(clip.subarray(0, clip.length / 2));
    expect(half?.width ?? 160).toBe(160);
  });
});
