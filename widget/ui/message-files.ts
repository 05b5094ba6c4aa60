import type { VisitorMessageDto } from "@/lib/service/conversations/schemas";
import type { Words } from "../words";
import { h, icon } from "./dom";

type MessageFile = VisitorMessageDto["attachments"][number];

/** What a picture takes at most, in pixels. */
const MAX_WIDTH = 230;
const MAX_HEIGHT = 220;

/** The files of a message: pictures with their size kept free, players, or links. `address` makes a whole one. */
export function buildFiles(
  files: readonly MessageFile[],
  words: Words,
  address: (path: string) => string,
): HTMLElement {
  return h("div", { class: "attached" }, ...files.map((file) => buildFile(file, words, address)));
}

function buildFile(file: MessageFile, words: Words, address: (path: string) => string): HTMLElement {
  const url = address(file.url);
  const name = file.fileName ?? words.file;
  const link = { href: url, target: "_blank", rel: "noopener noreferrer" };
  const row = () => h("a", { ...link, class: "file", download: name }, icon("clip"), name);
  if (file.kind === "voice")
    return h("audio", { src: url, controls: true, preload: "metadata", "aria-label": name });
  if (file.kind === "video")
    return h("video", {
      src: url,
      poster: file.posterUrl && address(file.posterUrl),
      controls: true,
      preload: "metadata",
      "aria-label": name,
    });
  if (file.kind !== "image" || !file.width || !file.height) return row();
  const scale = Math.min(1, MAX_WIDTH / file.width, MAX_HEIGHT / file.height);
  const [width, height] = [Math.round(file.width * scale), Math.round(file.height * scale)];
  const image = h("img", { src: url, alt: words.picture(name), width, height, loading: "lazy" });
  const picture = h("a", { ...link, class: "picture", title: words.openPicture }, image);
  // A shop's page may forbid pictures from elsewhere: the file can still be opened.
  image.addEventListener("error", () => picture.replaceWith(row()), { once: true });
  return picture;
}
