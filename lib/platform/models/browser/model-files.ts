import type { TextModelCard } from "@/lib/intelligence/text";
import { TEXT_MODEL } from "../text-model-name";
import type { Progress } from "./messages";

/** What the model is made of, as it came from the desk. */
export interface ModelFiles {
  card: TextModelCard;
  tokenizer: object;
  tokenizerConfig: { model_max_length: number };
  /** The ONNX file. */
  weights: Uint8Array;
}

/**
 * Fetches the text model from the desk. The card and the checksums are asked for anew each time; the files behind
 * them carry their checksum in the address, so that browsers may keep them for good and never mix two versions.
 *
 * @param onProgress is told how much of the weights has come.
 * @throws Error that names the file and what the desk answered.
 */
export async function fetchModelFiles(
  origin: string,
  onProgress: (progress: Progress) => void,
): Promise<ModelFiles> {
  const folder = `${origin}/models/${TEXT_MODEL}`;
  const [card, checksums] = await Promise.all([
    fetchFile(`${folder}/card.json`, "no-cache").then((response) => response.json()),
    fetchFile(`${folder}/SHA256SUMS`, "no-cache").then((response) => response.text()),
  ]);
  const versions = readChecksums(checksums);
  const get = (name: string) => {
    const version = versions.get(name);
    if (!version) throw new Error(`${folder}/SHA256SUMS does not name ${name}.`);
    return fetchFile(`${folder}/${name}?v=${version}`, "default");
  };
  const [tokenizer, tokenizerConfig, weights] = await Promise.all([
    get("tokenizer.json").then((response) => response.json()),
    get("tokenizer_config.json").then((response) => response.json()),
    get("onnx/model_quantized.onnx").then((response) => readBytes(response, onProgress)),
  ]);
  return { card, tokenizer, tokenizerConfig, weights };
}

/** Versions by file name, of lines as sha256sum writes them. Half a digest tells versions apart. */
export function readChecksums(text: string): Map<string, string> {
  const lines = [...text.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm)];
  return new Map(lines.map(([, digest, name]) => [name!, digest!.slice(0, 32)]));
}

async function fetchFile(url: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(url, { cache, credentials: "omit" }).catch((error: unknown) => {
    throw new Error(`${url} cannot be reached.`, { cause: error });
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response;
}

/** The body as it comes, told in steps of a hundredth where its length is known. */
export async function readBytes(
  response: Response,
  onProgress: (progress: Progress) => void,
): Promise<Uint8Array> {
  const totalBytes = lengthOf(response);
  if (!response.body || totalBytes === null) {
    onProgress({ loadedBytes: 0, totalBytes: null });
    return new Uint8Array(await response.arrayBuffer());
  }
  const bytes = new Uint8Array(totalBytes);
  const reader = response.body.getReader();
  let loadedBytes = 0;
  let toldBytes = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    if (loadedBytes + step.value.length > totalBytes)
      throw new Error(`${response.url} is longer than it says.`);
    bytes.set(step.value, loadedBytes);
    loadedBytes += step.value.length;
    if (loadedBytes < totalBytes && loadedBytes - toldBytes < totalBytes / 100) continue;
    onProgress({ loadedBytes, totalBytes });
    toldBytes = loadedBytes;
  }
  if (loadedBytes < totalBytes) throw new Error(`${response.url} ended too early.`);
  return bytes;
}

/** Null where it is not said, or said of what was compressed on the way. */
function lengthOf({ headers }: Response): number | null {
  const length = Number(headers.get("Content-Length") ?? 0);
  return length > 0 && !headers.get("Content-Encoding") ? length : null;
}
