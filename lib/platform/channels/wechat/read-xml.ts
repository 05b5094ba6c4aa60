import { SaxesParser } from "saxes";
import { InboundRefused } from "../adapter";

const MAX_DEPTH = 8;
const MAX_ELEMENTS = 1_000;
/** What XML forbids although keyboards send it: without these the words around them would be lost. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * The fields of a push: the root's children and their text. What lies deeper belongs to events that the desk has no
 * use for. There is no DTD and so no entity but XML's own five. @throws InboundRefused `malformed`
 */
export function readXml(xml: string): Map<string, string> {
  const fields = new Map<string, string>();
  let depth = 0;
  let elements = 0;
  let text = "";
  const parser = new SaxesParser();
  parser.on("doctype", () => refuse("A push has no document type definition."));
  parser.on("processinginstruction", () => refuse("A push has no processing instructions."));
  parser.on("opentag", ({ name }) => {
    if (depth === 0 && name !== "xml") refuse("The root of a push is <xml>.");
    depth++;
    elements++;
    if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) refuse("The push is nested too deep or too long.");
    if (depth === 2) text = "";
  });
  const append = (part: string) => {
    if (depth === 2) text += part;
  };
  parser.on("text", append);
  parser.on("cdata", append);
  parser.on("closetag", ({ name }) => {
    if (depth === 2 && !fields.has(name)) fields.set(name, text);
    depth--;
  });
  try {
    parser.write(xml.replace(FORBIDDEN, "")).close();
  } catch (cause) {
    if (cause instanceof InboundRefused) throw cause;
    throw new InboundRefused("malformed", "The body is not well-formed XML.", { cause });
  }
  return fields;
}

function refuse(message: string): never {
  throw new InboundRefused("malformed", message);
}
