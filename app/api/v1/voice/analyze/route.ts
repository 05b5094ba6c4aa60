import { AppError } from "@/lib/core/errors";
import { route } from "@/lib/platform/http/route";
import { analyzeVoice } from "@/lib/service/voice";
import { analyzeVoiceInput, voiceAnalysisDto } from "@/lib/service/voice/schemas";

export const POST = route({
  id: "analyzeVoice",
  method: "POST",
  path: "/voice/analyze",
  summary:
    "What a recording says and how: transcript, prosody, arousal, sentiment. The body is the file itself: WAV, or Opus in OGG or WebM, at most 20 MiB and 10 minutes; stores nothing",
  tag: "Understanding",
  permission: "understanding:use",
  query: analyzeVoiceInput,
  streamedBody: ["audio/wav", "audio/ogg", "audio/webm"],
  response: voiceAnalysisDto,
  handler: ({ ctx, query, request }) => {
    if (!request.body)
      throw new AppError("invalid_input", "The body is empty: send the recording's bytes as the body.");
    const declared = request.headers.get("content-length");
    return analyzeVoice(ctx, {
      ...query,
      stream: request.body as unknown as AsyncIterable<Uint8Array>,
      declaredBytes: declared === null ? null : Number(declared),
    });
  },
});
