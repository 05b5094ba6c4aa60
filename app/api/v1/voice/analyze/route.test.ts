import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { callRoute } from "@/test/support/call-route";
import { silence, syllables } from "@/test/support/signals";
import { encodeWav } from "@/test/support/wav";

// A thread starts with the first recording, slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const { ownerUrl } = await useTestDatabase();
const { POST } = await import("./route");
const { routeDefinitions } = await import("../../_manifest");
const { toOpenApi } = await import("@/lib/platform/http/openapi");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let key: string;
beforeAll(async () => {
  key = await (await createTestShop(sql)).createApiKey();
});
const voice = encodeWav(syllables(4, 2));
const send = (body: Uint8Array, type = "audio/wav", query = "") =>
  callRoute(POST, { key, body, query, headers: { "content-type": type } });

describe("POST /voice/analyze", () => {
  it("answers for a recording, whatever its header calls it", async () => {
    for (const type of ["audio/wav", "audio/ogg", "application/octet-stream"]) {
      const answer = await send(voice, type);
      expect(answer.status).toBe(200);
      expect(answer.json).toMatchObject({
        durationSeconds: 2,
        transcript: null,
        prosody: { pitchMeanHz: expect.closeTo(140, 0), pauseRatio: expect.closeTo(0, 1) },
        arousal: expect.any(Number),
        sentiment: { label: "neutral", from: { text: null, voice: 0 } },
      });
    }
    expect((await send(voice, "audio/wav", "?contours=true")).json.contours.pitchHz.length).toBe(200);
    expect((await send(voice, "audio/wav", "?contours=perhaps")).status).toBe(422);
  });

  it("refuses with the status that fits", async () => {
    const tooLong = encodeWav(silence(0.1), { claimedDataBytes: 7200 * 32_000 });
    const cases: [Uint8Array, number, string][] = [
      [Buffer.from("ID3\x04 and so on"), 415, "unsupported_media_type"],
      [Buffer.from("------WebKitFormBoundary\r\n"), 415, "unsupported_media_type"],
      [voice.subarray(0, 30), 422, "invalid_input"],
      [tooLong, 413, "payload_too_large"],
      [new Uint8Array(20 * 1024 * 1024 + 1), 413, "payload_too_large"],
    ];
    for (const [body, status, code] of cases) {
      const answer = await send(body);
      expect([answer.status, answer.json.code]).toEqual([status, code]);
      expect(answer.json.detail).toMatch(/[Ss]end/);
    }
    expect((await callRoute(POST, { key })).json).toMatchObject({ code: "invalid_input" });
  });

  it("stands in the OpenAPI document with its media types", () => {
    const { paths } = toOpenApi(routeDefinitions(), "http://localhost");
    const operation = paths["/voice/analyze"]!.post!;
    expect(Object.keys(operation.requestBody!.content)).toEqual(["audio/wav", "audio/ogg", "audio/webm"]);
    expect(operation["x-scope"]).toBe("understanding:use");
  });
});
