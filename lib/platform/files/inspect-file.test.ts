import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/core/errors";
import { opusHead, writeOgg, writeWebm } from "@/test/support/opus-containers";
import {
  exif,
  gif,
  gifExtension,
  gifFrame,
  jpeg,
  jpegSegment,
  mp4Box,
  png,
  pngChunk,
  pngSize,
  VP8_PIXEL,
  VP8L_PIXEL,
  vp8x,
  webp,
  webpChunk,
} from "@/test/support/picture-files";
import { encodeWav } from "@/test/support/wav";
import { inspectFile, MAX_FILE_BYTES } from "./index";

const latin = (text: string) => Buffer.from(text, "latin1");
const XMP = "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>48.8584</x:xmpmeta>";
const inspect = (bytes: Uint8Array, name: string | null = null) => inspectFile(bytes, name);
const problem = (bytes: Uint8Array): AppError | null => {
  try {
    inspectFile(bytes, "x");
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
};
const code = (bytes: Uint8Array) => problem(bytes)?.code ?? null;
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const pdf = latin("%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n");
const mp4 = Buffer.concat([
  mp4Box("ftyp", latin("isom\0\0\x02\0isomiso2")),
  mp4Box("moov", mp4Box("mvhd")),
  mp4Box("mdat", Buffer.alloc(50)),
]);
const ogg = writeOgg([new Uint8Array([0x1b, 2])]);
const heic = Buffer.concat([mp4Box("ftyp", latin("heic\0\0\0\0mif1heic")), mp4Box("meta")]);

describe("the kind of a file", () => {
  it.each([
    ["jpeg", jpeg(), "image", "image/jpeg", "image.jpg"],
    ["png", png(), "image", "image/png", "image.png"],
    ["webp", webp(VP8_PIXEL), "image", "image/webp", "image.webp"],
    ["gif", gif(1, 1, gifFrame(1, 1)), "image", "image/gif", "image.gif"],
    ["pdf", pdf, "document", "application/pdf", "document.pdf"],
    ["mp4", mp4, "video", "video/mp4", "video.mp4"],
    ["ogg", ogg, "audio", "audio/ogg", "audio.ogg"],
    ["wav", encodeWav(new Float32Array(100)), "audio", "audio/wav", "audio.wav"],
    ["webm", writeWebm([new Uint8Array([0x1b, 2])]), "audio", "audio/webm", "audio.webm"],
  ])("is told by its bytes: %s", (_, bytes, kind, mimeType, fileName) => {
    expect(inspect(bytes)).toMatchObject({ kind, mimeType, fileName });
  });

  it("of WebM is told by its tracks", () => {
    const sound = Buffer.from(writeWebm([new Uint8Array([0x1b, 2])]));
    const film = latin(text(sound).replace("A_OPUS", "V_VP8X"));
    expect(inspect(film)).toMatchObject({ kind: "video", mimeType: "video/webm" });
    expect(code(latin(text(sound).replace("A_OPUS", "S_TEXT")))).toBe("unsupported_media_type");
    expect(problem(latin(text(sound).replace("webm", "mkvx")))?.message).toContain("Matroska");
  });

  it.each([
    ["HEIC", heic, /HEIC.*JPEG/],
    ["AVIF", mp4Box("ftyp", latin("avif")), /AVIF/],
    ["QuickTime", mp4Box("ftyp", latin("qt  ")), /QuickTime.*MP4/],
    ["M4A", mp4Box("ftyp", latin("M4A ")), /M4A/],
    ["SVG", latin('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), /run as a program/],
    ["SVG with a prolog", latin('\n <?xml version="1.0"?><svg/>'), /run as a program/],
    ["HTML", latin("\xef\xbb\xbf<!DOCTYPE html><script>alert(1)</script>"), /run as a program/],
    ["a program", latin("MZ\x90\0"), /program/],
    ["a script", latin("#!/bin/sh"), /program/],
    ["Word", latin("PK\x03\x04"), /Office document.*PDF/],
    ["old Word", latin("\xd0\xcf\x11\xe0"), /PDF/],
    ["an archive", latin("\x1f\x8b\x08"), /archive/],
    ["MP3", latin("ID3\x04"), /MP3/],
    ["AMR", latin("#!AMR\n"), /recording/],
    ["TIFF", latin("II*\0"), /JPEG or PNG/],
    ["AVI", latin("RIFF\0\0\0\0AVI LIST"), /video/],
    ["PDF behind HTML", latin("<b>%PDF-1.7"), /no file of a kind/],
    ["text", latin("hello"), /no file of a kind/],
    ["nothing", new Uint8Array(), /no file of a kind/],
  ])("is refused with what it is and the way out: %s", (_, bytes, message) => {
    expect(problem(bytes)).toMatchObject({
      code: "unsupported_media_type",
      message: expect.stringMatching(message),
    });
  });

  it("bounds its bytes", () => {
    for (const [head, kind] of [
      [png(), "image"],
      [pdf, "document"],
      [mp4, "video"],
      [ogg, "audio"],
    ] as const)
      expect(code(Buffer.concat([head, Buffer.alloc(MAX_FILE_BYTES[kind])]))).toBe("payload_too_large");
  });
});

describe("what tells about the maker", () => {
  const cases: [string, (orientation: number) => Buffer][] = [
    [
      "jpeg",
      (turned) => jpeg({ segments: [jpegSegment(0xe1, Buffer.concat([latin("Exif\0\0"), exif(turned)]))] }),
    ],
    ["png", (turned) => png({ chunks: [pngChunk("eXIf", exif(turned, false))] })],
    ["webp", (turned) => webp(vp8x(0x08, 1, 1), VP8_PIXEL, webpChunk("EXIF", exif(turned)))],
    [
      "webp with a prefix",
      (turned) =>
        webp(
          vp8x(0x08, 1, 1),
          VP8L_PIXEL,
          webpChunk("EXIF", Buffer.concat([latin("Exif\0\0"), exif(turned)])),
        ),
    ],
  ];

  it.each(cases)("goes, and how it is turned stays: %s", (_, make) => {
    for (const turned of [1, 3, 6, 8]) {
      const before = make(turned);
      expect(text(before)).toContain("SecretCam");
      const { bytes } = inspect(before);
      expect(text(bytes)).not.toMatch(/SecretCam|48\.85/);
      const twice = inspect(bytes);
      expect(Buffer.from(twice.bytes).equals(Buffer.from(bytes))).toBe(true);
      expect(text(bytes).includes(`\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(turned)}`)).toBe(
        turned !== 1,
      );
    }
  });

  it("goes from JPEG: XMP, IPTC, comments, thumbnails, other programs' parts, what follows the end", () => {
    const segments = [
      jpegSegment(0xe1, latin(XMP)),
      jpegSegment(0xed, latin("Photoshop 3.0\0secret")),
      jpegSegment(0xfe, latin("secret comment")),
      jpegSegment(0xe0, latin("JFXX\0secret")),
      jpegSegment(0xe2, latin("MPF\0secret")),
      jpegSegment(0xe2, latin("ICC_PROFILE\0\x01\x01profile")),
      jpegSegment(0xee, latin("Adobe\0d\0\0\0\0\0")),
    ];
    const { bytes, size } = inspect(jpeg({ segments, trailing: latin("secret video") }));
    expect(text(bytes)).not.toMatch(/secret|xmpmeta/);
    expect(text(bytes)).toMatch(/^\xff\xd8\xff\xe0.{2}JFIF[\s\S]*ICC_PROFILE[\s\S]*Adobe/s);
    expect(Buffer.from(inspect(jpeg()).bytes).equals(jpeg())).toBe(true);
    expect(size).toEqual({ width: 16, height: 8 });
  });

  it("goes from PNG: texts, times, unknown chunks, what follows the end", () => {
    const chunks = [
      pngChunk("tEXt", latin("Author\0secret")),
      pngChunk("iTXt", latin(`XML:com.adobe.xmp\0\0\0\0\0${XMP}secret`)),
      pngChunk("zTXt", latin("Comment\0\0secret")),
      pngChunk("tIME", latin("secret!")),
      pngChunk("caBX", latin("secret")),
      pngChunk("gAMA", Buffer.from([0, 0, 0xb1, 0x8f])),
    ];
    const { bytes } = inspect(png({ chunks, trailing: latin("secret") }));
    expect(text(bytes)).not.toMatch(/secret|xmpmeta/);
    expect(text(bytes)).toContain("gAMA");
    expect(Buffer.from(inspect(png()).bytes).equals(png())).toBe(true);
  });

  it("goes from WebP and its flags, and from GIF", () => {
    const secrets = [webpChunk("XMP ", latin("secret")), webpChunk("ABCD", latin("secret"))];
    const picture = inspect(Buffer.concat([webp(vp8x(0x1c, 1, 1), VP8L_PIXEL, ...secrets), latin("secret")]));
    expect(Buffer.from(picture.bytes).equals(webp(vp8x(0x10, 1, 1), VP8L_PIXEL))).toBe(true);
    const loop = gifExtension(0xff, "NETSCAPE2.0", "\x01\0\0");
    const control = gifExtension(0xf9, "\0\0\0\0");
    const moving = [loop, control, gifFrame(1, 1), control, gifFrame(1, 1)];
    const noisy = gif(
      1,
      1,
      gifExtension(0xfe, "secret"),
      gifExtension(0xff, "XMP DataXMP", "secret"),
      ...moving,
    );
    const cleaned = inspect(Buffer.concat([noisy, latin("secret")]));
    expect(Buffer.from(cleaned.bytes).equals(gif(1, 1, ...moving))).toBe(true);
  });

  it("is shown in the size of the turned picture", () => {
    const turned = (orientation: number) =>
      inspect(
        jpeg({ segments: [jpegSegment(0xe1, Buffer.concat([latin("Exif\0\0"), exif(orientation, false)]))] }),
      ).size;
    expect(turned(3)).toEqual({ width: 16, height: 8 });
    expect(turned(6)).toEqual({ width: 8, height: 16 });
    expect(turned(9)).toEqual({ width: 16, height: 8 });
  });
});

describe("a picture that would fill the memory", () => {
  it.each([
    ["jpeg", jpeg({ width: 65_000, height: 65_000 })],
    ["jpeg, long", jpeg({ width: 16_385, height: 1 })],
    ["png", png({ width: 2 ** 31, height: 2 ** 31 })],
    ["webp", webp(vp8x(0, 16_384, 16_384), VP8_PIXEL)],
    ["webp inside", webp(vp8x(0, 1, 1), webpChunk("VP8L", Buffer.from([0x2f, 0xff, 0xff, 0xff, 0x0f])))],
    ["gif", gif(65_535, 65_535, gifFrame(1, 1))],
    ["gif's frame", gif(1, 1, gifFrame(20_000, 20_000))],
    ["gif's frames", gif(5_000, 5_000, ...Array<Buffer>(41).fill(gifFrame(5_000, 5_000)))],
    [
      "png's frames",
      png({
        chunks: Array<Buffer>(41).fill(
          pngChunk("fcTL", Buffer.concat([Buffer.alloc(4), pngSize(5_000, 5_000), Buffer.alloc(14)])),
        ),
      }),
    ],
  ])("is refused by what it says of itself: %s", (_, bytes) => {
    expect(code(bytes)).toBe("payload_too_large");
  });

  it("has to be larger than a camera's", () => {
    expect(inspect(jpeg({ width: 8_000, height: 6_000 })).size).toEqual({ width: 8_000, height: 6_000 });
  });
});

describe("a broken file", () => {
  const whole: [string, Buffer][] = [
    ["jpeg", jpeg({ segments: [jpegSegment(0xe1, Buffer.concat([latin("Exif\0\0"), exif(6)]))] })],
    ["png", png({ chunks: [pngChunk("eXIf", exif(6))] })],
    ["webp", webp(vp8x(0x08, 1, 1), VP8_PIXEL, webpChunk("EXIF", exif(6)))],
    ["gif", gif(1, 1, gifExtension(0xfe, "x"), gifFrame(1, 1))],
    ["mp4", mp4],
  ];

  it.each(whole)("is refused wherever it was cut: %s", (_, bytes) => {
    for (let length = 0; length < bytes.length; length += 1) {
      const found = problem(bytes.subarray(0, length));
      if (found === null) expect.fail(`taken with ${length} of ${bytes.length} bytes`);
      expect(["invalid_input", "unsupported_media_type"]).toContain(found.code);
    }
    expect(problem(bytes)).toBeNull();
  });

  it.each(whole)("never ends otherwise than in a result or a clear error: %s", (_, bytes) => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * below);
    };
    for (let round = 0; round < 1_000; round += 1) {
      const hostile = Buffer.from(bytes);
      for (let change = 0; change <= random(4); change += 1)
        hostile[random(hostile.length)] = [0, 255, 1, 128, random(256)][random(5)]!;
      const found = problem(hostile);
      if (found === null && bytes !== mp4) expect(problem(inspect(hostile).bytes)).toBeNull();
    }
  });

  it("is one without a picture in it", () => {
    expect(code(Buffer.from([0xff, 0xd8, 0xff, 0xd9]))).toBe("invalid_input");
    expect(code(webp())).toBe("invalid_input");
    expect(code(webp(vp8x(0, 1, 1)))).toBe("invalid_input");
    expect(code(gif(1, 1))).toBe("invalid_input");
    expect(code(jpeg({ width: 0 }))).toBe("invalid_input");
    expect(code(png({ chunks: [pngChunk("NEED", latin("x"))] }))).toBe("invalid_input");
    expect(code(Buffer.concat([mp4Box("ftyp", latin("isom"))]))).toBe("invalid_input");
    expect(code(latin("%PDF-1.7\nno end"))).toBe("invalid_input");
    expect(code(writeOgg([opusHead()]).subarray(0, 20))).toBe("invalid_input");
  });
});

describe("a name", () => {
  const name = (raw: string | null) => inspect(png(), raw).fileName;
  it.each([
    [null, "image.png"],
    ["", "image.png"],
    ["photo.PNG", "photo.png"],
    ["发票 2026.png", "发票 2026.png"],
    ["../../etc/passwd", "passwd.png"],
    ["C:\\Users\\ana\\foto.png", "foto.png"],
    ["invoice.pdf.exe", "invoice.pdf.exe.png"],
    ["photo.jpg", "photo.jpg.png"],
    ["gpj\u202egnp.exe", "gpjgnp.exe.png"],
    ["a\r\nb\0.png", "ab.png"],
    ['a<b>:"c|?*.png', "a_b___c___.png"],
    ["...", "image.png"],
    [".png", "png.png"],
    ["  spaced   out .png ", "spaced out.png"],
    ["CON.png", "_CON.png"],
    ["lpt1", "_lpt1.png"],
    ["e\u0301.png", "\u00e9.png"],
    ["\ud800x.png", "x.png"],
  ])("is safe to show and to save under: %j", (raw, clean) => {
    expect(name(raw)).toBe(clean);
  });

  it("is short, in whole characters", () => {
    const long = name(`${"长".repeat(500)}.png`);
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(124);
    expect(long).toMatch(/^长{40}\.png$/);
    const family = "👨‍👩‍👧‍👦";
    expect(name(family.repeat(20))).toBe(`${family.repeat(4)}.png`);
  });
});
