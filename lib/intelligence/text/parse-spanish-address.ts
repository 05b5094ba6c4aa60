import { isPersonName } from "./address-recipient";
import type { AddressReading } from "./parsed-address";
import { countryNamed, countryOfCity, countryOfRegion } from "./western-places";

const N = "(?:n[º°o.]{1,2}|núm\\.?|num\\.?|#|número|numero|no\\.?)";
/** Words for a street that mean nothing else, and such as do, which need a name in capitals. */
const TYPE =
  "(?:c/|(?:cl\\.|calle|avenida|avda\\.?|av\\.?|pza\\.?|plza\\.?|ctra\\.?|carretera|travesía|calzada|calz\\.|blvd\\.?|boulevard|jirón|jr\\.|pje\\.?|pasaje|callejón|prol\\.?|prolongación|cra\\.?|kra\\.?|krr?a?\\.?|urb\\.|autopista|diagonal|transversal|malecón|glorieta|rambla|ronda|pº|p\\.º)(?![\\p{L}]))";
const LOOSE =
  "(?:C\\.|Cl|Plaza|plaza|Pl\\.|Paseo|paseo|Camino|camino|Carrera|carrera|Vía|Gran Vía|gran vía|Privada|privada|Circuito|Cerrada|cerrada|Polígono|polígono|Urbanización|urbanización|Ruta|ruta|Alameda|alameda|Parque|Cuesta|cuesta|Costanilla|Andador|Rincón|Jirón|Pasaje|Bulevar|Barrio|Residencial|Partida|Sector)";
const HOUSE_NUMBER =
  "(?:\\d{1,5}(?: ?bis(?![\\p{L}])|[A-Za-z](?![\\p{L}]))?(?:-\\d{1,4})?(?!\\d|[.,]\\d| ?(?:metros|cajas|kilos|días|dias|veces|piezas|unidades|gigas|euros|pesos|horas|litros|cm|kg)(?![\\p{L}]))|s/n)";
const NAME = "[^\\d,;|\\n#]{2,50}?";
const STREETS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\d])(?:${TYPE}|(?:carrera|cl)(?![\\p{L}]))[ .]{0,2}\\d{1,3}(?: ?[A-Z](?![\\p{L}])| ?bis| sur| norte| este| oeste){0,2} ?(?:${N}|con)? ?\\d{1,3} ?[A-Z]?(?: ?bis)? ?(?:-| ) ?\\d{1,3}(?!\\d)`,
    "giu",
  ),
  new RegExp(
    `(?<![\\p{L}\\d])${TYPE}[ .]{0,2}\\d{1,3} (?:de \\p{L}{3,12} )?(?:,? ?${N})? ?\\d{1,5}(?!\\d)`,
    "giu",
  ),
  new RegExp(`(?<![\\p{L}\\d])${TYPE}[ .]{0,2}${NAME}[, ]{1,2}(?:${N}[ .]{0,2})?${HOUSE_NUMBER}`, "giu"),
  new RegExp(
    `(?<![\\p{L}\\d])${LOOSE} (?:(?:de|del|la|las|los|el|y) ){0,2}[A-ZÁÉÍÓÚÑ](?:${NAME})?[, ]{1,2}(?:(?:${N}|N[º°]|núm\\.?|nº)[ .]{0,2})?${HOUSE_NUMBER}`,
    "gu",
  ),
  new RegExp(
    `(?<![\\p{L}\\d])(?:${TYPE}|polígono|urbanización|camino|barrio|residencial)[ .]{0,2}[^\\d,;|\\n#]{2,40}, ?(?:casa|nave|lote|mz\\.?|manzana|parcela|edificio|km\\.?|local|s/n|sin número) ?\\d{0,4}[A-Za-z]?(?![\\p{L}\\d])`,
    "giu",
  ),
];
/** Without a word for street, as in Argentina: "Rivadavia 5020". */
const BARE =
  /(?<![\p{L}\d])(?:[A-ZÁÉÍÓÚÑ]\p{L}{2,20}\.?|Av\.)(?: (?:de |del |de la |de los |la |y )?[A-ZÁÉÍÓÚÑ]\p{L}{1,20}\.?){0,3} (?:\d{3,5}(?![\d-])|\d{1,3}(?=,? ?(?:piso|depto|dpto|º|apto)))/gu;
const NOT_A_STREET =
  /^(?:Hola|Pedido|Orden|Factura|Talla|Buenas|Compré|Necesito|Quiero|Tengo|Pagué|CP|C\.P|Son|Me|Mi|Modelo|(?:El|La|Los|Las) \d|Código|Referencia|Ref|Ticket|Reclamo|Caso|Cuenta|Guía|Nike|Samsung|Galaxy|Iphone|Enero|Diciembre|Puse|Escribí|Ponga|Torre|Col|Lima|Madrid|Bogotá|Barcelona|Sevilla|Piso|Windows|Tel|Cel|Celular|Teléfono|Depto|Casa|Nave|Cuesta|Cuestan|Vale)(?![\p{L}])/u;
const FALSE_NAME =
  /(?<![\p{L}])(?:es|está|estoy|son|hay|llega|llegar|pedido|orden|talla|días|veces|que|pero|mal|puse|no sé|tengo|pedí|y son|sale|salió)(?![\p{L}])/iu;

const either = (words: string) =>
  words
    .split("|")
    .map((word) => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`)
    .join("|");
const TAIL_STOP = new RegExp(
  `(?<![\\p{L}])(?:(?:${either("por favor|porfa|porfis|gracias|a nombre|al nombre|nombre|que|mi|mis|en vez|en lugar|tel|teléfono|telefono|tfno|tlf|cel|celular|móvil|movil|whatsapp|porque|pero|no|antes|si|para|es|del pedido|el pedido|recibe|recibirá|contacto|lo|está|ya|urgente|saludos|quiero|cuando|puede|pueden|podéis|atte|att|se|me|nos|al|desde|en el pedido|y|de mi|le|ponga|soy|donde|referencia|ref|con|dni|email|correo|en|a|va|hola")})(?![\\p{L}])|(?:${either("destinatari|cámbi|cambi|modif|correg|corrij|mánde|manden|envíe|arregl")}))|[|?!¿¡;]|(?<=[\\p{L}\\d]{4}|[A-Z]{2})\\.(?=\\s|$)|\\n\\s{0,4}\\n`,
  "u",
);
const HEAD_STOP =
  /.*(?<![\p{L}])(?:es|a|en|dirección|direccion|domicilio|envío|enviar|envíen|manden|mandar|nueva|correcta|va|vaya|para|de|sería|seria|ahora|vivo|al|mudé|mudamos|pongan|usar|usen)(?![\p{L}])[ ,:]{0,3}|.*[|:.!?¡¿](?=\s)\s*/su;

const FLOOR =
  /^(?:\d{1,2} ?(?:do|er|ro|ra|da|to|ta|vo|mo|no|[ºª°])\.? (?:piso|planta)|(?:bajos?|ático|atico|entresuelo|principal|pral|planta baja|pb|sótano)(?:[ ,]{1,2}(?:[a-z]|izq\w{0,8}|izda|dcha?|derecha|centro)\.?)?|\d{1,2}\.?[ºª°o]?[ -]{0,2}(?:[a-z]|izq\w{0,8}|izda|dcha?|dch|der|derecha|centro|int|ext|\d{1,2}[ºª°]?)?\.?|\d{1,4}[ -]?[a-z]?|[a-z](?:-?\d{1,4})?|\d{1,2}(?:n|r|t|a|er)(?: \d{1,2}(?:n|r|t|a|er))?)$/iu;
const UNIT =
  /^(?:piso|depto|departamento|dpto|dto|depa|apto|apartamento|apt|puerta|pta|portal|escalera|esc|interior|int|exterior|ext|torre|bloque|blq|casa|nave|local|oficina|of|ofi|manzana|mz|lote|lt|edificio|edif|ed|planta|unidad|conjunto|bodega|suite|nivel|sector|km|parcela|timbre|urb|urbanización|col|colonia|fracc|fraccionamiento|barrio|b°|bº|residencial|delegación|alcaldía|polígono|pol|unidad habitacional|reparto|villa|condominio|entre|esquina|esq|edo|cond|dúplex|n[º°]|número|block|ala)(?![\p{L}])/iu;
const FLOOR_AHEAD =
  /^[ ,]{0,2}(?<unit>\d{1,2} ?(?:do|er|ro|ra|da|to|ta|vo|mo|no|[ºª°])\.? (?:piso|planta)(?![\p{L}])|(?:piso|depto\.?|departamento|dpto\.?|dto\.?|depa|apto\.?|puerta|portal|esc\.?|interior|int\.?|torre|bloque|casa|nave|local|oficina|of\.|bajo|ático|edificio|apartamento)(?![\p{L}]) ?[\dA-Za-z]{0,5}(?:[ -]?[ºª°])?(?: ?["']?[A-Z](?![\p{L}])["']?)?|\d{1,2}\.? ?[ºª°] ?(?:["']?[A-Za-z](?![\p{L}])["']?|izq\w{0,8}|izda|dcha?|derecha|\d{1,2}[ºª])?|\d{1,2}(?:n|r|t|a)(?![\p{L}\d]))/iu;

/** Reads an address of Spain, Mexico, Argentina, Chile, Colombia or Peru. */
export function readSpanishAddress(text: string, countryNow: string | undefined): AddressReading | null {
  const readings: AddressReading[] = [];
  for (const pattern of STREETS) {
    for (const match of text.matchAll(pattern)) {
      if (FALSE_NAME.test(match[0])) continue;
      readings.push(readAround(text, match.index, match[0], countryNow, 0.55));
    }
    if (readings.length > 0) break;
  }
  if (readings.length === 0) {
    for (const match of text.matchAll(BARE)) {
      if (NOT_A_STREET.test(match[0])) continue;
      const isTold = /(?:dirección|domicilio|\ba|\ben|\bes|mud\p{L}+|:)[: ]{1,2}$/iu.test(
        text.slice(Math.max(0, match.index - 14), match.index),
      );
      readings.push(readAround(text, match.index, match[0], countryNow, isTold ? 0.42 : 0.3));
    }
  }
  return readings
    .filter(({ score }) => score >= 0.5)
    .reduce<AddressReading | null>((best, next) => (best && best.score > next.score ? best : next), null);
}

function readAround(
  text: string,
  start: number,
  street: string,
  countryNow: string | undefined,
  base: number,
): AddressReading {
  const ahead = text.slice(Math.max(0, start - 70), start).replace(HEAD_STOP, "");
  const recipient = ahead.split(/[,\n]/).map(tidy).filter(Boolean).at(-1);
  const behind = readTail(text.slice(start + street.length, start + street.length + 170));
  const { tail } = behind;
  tail.country ??= countryByMarks(`${street} ${behind.read}`, tail.postalCode) ?? undefined;
  const isTold = /(?:direcci|domicilio|env[ií]|mand|mud|cambi|entreg|vivo|vaya)/i.test(
    text.slice(Math.max(0, start - 90), start),
  );
  return {
    ...tail,
    country:
      tail.country ?? (countryNow && "ES MX AR CL CO PE".includes(countryNow) ? countryNow : undefined),
    lines: [tidy(street), ...tail.lines].slice(0, 4),
    recipient: recipient && isPersonName(recipient) ? recipient : undefined,
    isComplete: true,
    score: Math.min(
      0.98,
      base +
        (tail.postalCode ? 0.2 : 0) +
        (tail.city ? 0.1 : 0) +
        (tail.lines.length > 0 ? 0.12 : 0) +
        (isTold ? 0.08 : 0) +
        (text.trim().length < street.length + 12 ? 0.1 : 0),
    ),
  };
}

type Tail = Pick<AddressReading, "lines" | "city" | "region" | "postalCode" | "country">;
const CODE =
  /(?:(?<![\p{L}])c\.? ?p\.?:? ?|código postal:? ?)?(?<![\p{L}\d-])(?<code>[A-Z]\d{4}(?:[A-Z]{3})?|\d{4,7})(?![\p{L}\d])/iu;

/** Floor, neighbourhood, postal code, place, region and country that stand behind the street. */
function readTail(behind: string): { tail: Tail; read: string } {
  const lines: string[] = [];
  let open = behind;
  for (let unit = FLOOR_AHEAD.exec(open); unit; unit = FLOOR_AHEAD.exec(open)) {
    lines.push(tidy(unit.groups!.unit!));
    open = open.slice(unit[0].length);
  }
  const stop = TAIL_STOP.exec(open);
  if (stop) open = open.slice(0, stop.index);
  const tail: Tail = { lines };
  const places: string[] = [];
  for (const segment of open
    .replace(/\(([^)\n]{2,40})\)/g, ", $1")
    .split(/[,\n]| - /)
    .map(tidy)) {
    const code = tail.postalCode ? null : CODE.exec(segment);
    if (
      code &&
      !(UNIT.test(segment) && code.index > 0 && !/c\.?p/i.test(code[0])) &&
      code.groups!.code!.length > 3
    ) {
      const before = tidy(segment.slice(0, code.index));
      const after = tidy(segment.slice(code.index + code[0].length));
      tail.postalCode = code.groups!.code!;
      if (UNIT.test(before) || FLOOR.test(before)) lines.push(before);
      else if (before) places.push(before);
      // A place right behind its code is the city, whatever else is named.
      if (after) tail.city = after;
    } else if (UNIT.test(segment) || FLOOR.test(segment)) lines.push(segment);
    else if (segment !== "" && segment.length <= 40 && !/\d{3}/.test(segment)) places.push(segment);
  }
  settlePlaces(places, tail);
  if (!tail.city) takeCityOffNeighbourhood(tail);
  if (lines.length > 3) lines.splice(2, lines.length, lines.slice(2).join(", "));
  return { tail, read: open };
}

/** Of the places in their order the last ones are country and region, the one before them the city. */
function settlePlaces(places: string[], tail: Tail): void {
  const country = countryNamed(places.at(-1) ?? "");
  if (country && (tail.city || places.length > 1)) {
    tail.country = country;
    places.pop();
  }
  if (places.length > (tail.city ? 0 : 1) && countryOfRegion(places.at(-1)!)) tail.region = places.pop()!;
  if (tail.city !== undefined) places.push(tail.city);
  const known =
    tail.city !== undefined
      ? places.length - 1
      : places.findLastIndex((place) => countryOfCity(place) !== undefined);
  const [city] = known >= 0 ? places.splice(known, 1) : places.splice(tail.postalCode ? -1 : 0, 1);
  const isCity = city !== undefined && (/^\p{Lu}/u.test(city) || countryOfCity(city) || tail.postalCode);
  if (isCity) tail.city = city;
  tail.lines.push(...places.filter((place) => /^\p{Lu}/u.test(place)).slice(0, 2));
  tail.country ??=
    (tail.region && countryOfRegion(tail.region)) || (city && countryOfCity(city)) || undefined;
  if (city && !tail.country) tail.country = countryOfRegion(city);
}

/** "colonia centro puebla": without commas the city stands in one piece with the neighbourhood. */
function takeCityOffNeighbourhood(tail: Tail): void {
  const words = tail.lines.at(-1)?.split(" ") ?? [];
  for (const count of [3, 2, 1]) {
    const city = words.slice(-count).join(" ");
    if (words.length < count + 2 || !countryOfCity(city)) continue;
    tail.city = city;
    tail.country ??= countryOfCity(city);
    tail.lines[tail.lines.length - 1] = words.slice(0, -count).join(" ");
    return;
  }
}

function countryByMarks(address: string, code: string | undefined): string | null {
  if (/(?<![\p{L}])(?:col\.|colonia|cdmx|alcaldía|delegación|fracc\.?)(?![\p{L}])/iu.test(address))
    return "MX";
  if (
    /(?<![\p{L}])(?:cra|kra|carrera|calle|cl|diagonal|transversal)\.? ?\d{1,3}[^,]{0,12}(?:#|no\.?|-) ?\d/iu.test(
      address,
    )
  )
    return "CO";
  if (/(?<![\p{L}])(?:jr\.|jirón|mz\.?)(?![\p{L}])/iu.test(address)) return "PE";
  if (/^[A-Z]\d{4}[A-Z]{3}$/.test(code ?? "") || (code?.length === 4 && /depto|piso|dpto/i.test(address)))
    return "AR";
  if (code?.length === 7) return "CL";
  if (
    /^(?:0[1-9]|[1-4]\d|5[0-2])\d{3}$/.test(code ?? "") &&
    /c\/|\d ?[ºª]|avda|izq|dcha|bajo|pta/i.test(address)
  )
    return "ES";
  return null;
}

function tidy(part: string): string {
  return part
    .replace(/\s+/g, " ")
    .replace(/^[ ,:|.-]+|[ ,:|-]+$/g, "")
    .replace(/(?<=\p{L}{4})\.$/u, "");
}
