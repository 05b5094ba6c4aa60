import { preflight } from "@/lib/platform/http/cors";
import { readAtMost } from "@/lib/platform/http/read-body";
import { route } from "@/lib/platform/http/route";
import { sendVisitorVoice, toVisitorAnswer, voiceAnalyzer } from "@/lib/service/conversations";
import {
  MAX_VOICE_BYTES,
  sentVisitorMessageDto,
  visitorVoiceInput,
} from "@/lib/service/conversations/schemas";

export const OPTIONS = preflight;

export const POST = route({
  id: "sendVisitorVoice",
  method: "POST",
  path: "/widget/voice",
  summary:
    "Send a voice message of the visitor (WebM or Ogg with Opus, or WAV; at most 60 s and 5 MiB). The first message opens the conversation",
  tag: "Widget",
  auth: "visitor",
  query: visitorVoiceInput,
  streamedBody: "audio/*",
  response: sentVisitorMessageDto,
  handler: async ({ ctx, request, query }) => {
    const audio = await readAtMost(request, MAX_VOICE_BYTES);
    return toVisitorAnswer(ctx, await sendVisitorVoice(ctx, { ...query, audio }, voiceAnalyzer));
  },
});
