import type { InboundAttachment } from "../adapter";
import type { Contents } from "./read-call";

/** The platform's names for the formats of voices. */
const VOICE_TYPES = new Map([
  ["amr", "audio/amr"],
  ["speex", "audio/x-speex"],
]);

type Field = (name: string) => string;

/** Where only an address came, as for pictures of some clients, that is where the file is fetched. */
function file(kind: InboundAttachment["kind"], field: Field, address?: string): InboundAttachment[] {
  if (field("MediaId")) return [{ kind, source: { mediaId: field("MediaId") } }];
  return address && URL.canParse(field(address)) ? [{ kind, source: { url: field(address) } }] : [];
}

const lines = (...parts: string[]) => parts.filter((part) => part !== "").join("\n");

export const text: Contents[string] = (field) => ({ text: field("Content") });

export const image: Contents[string] = (field) => ({ attachments: file("image", field, "PicUrl") });

/** With the platform's speech recognition, where the merchant has switched it on. */
export const voice: Contents[string] = (field) => ({
  text: field("Recognition"),
  attachments: file("voice", field).map((attachment) => {
    const mimeType = VOICE_TYPES.get(field("Format").toLowerCase());
    return mimeType ? { ...attachment, mimeType } : attachment;
  }),
});

export const video: Contents[string] = (field) => ({ attachments: file("video", field) });

export const location: Contents[string] = (field) => ({
  text: lines(field("Label"), [field("Location_X"), field("Location_Y")].filter(Boolean).join(", ")),
});

export const link: Contents[string] = (field) => ({
  text: lines(field("Title"), field("Description"), field("Url")),
});

/** A card that the customer sends out of the mini program, mostly of a product, with its page and picture. */
export const miniProgramPage: Contents[string] = (field) => ({
  text: lines(field("Title"), field("PagePath")),
  attachments: URL.canParse(field("ThumbUrl"))
    ? [{ kind: "image", source: { url: field("ThumbUrl") } }]
    : field("ThumbMediaId")
      ? [{ kind: "image", source: { mediaId: field("ThumbMediaId") } }]
      : [],
});
