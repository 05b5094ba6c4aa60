import { describe, expect, it } from "vitest";
import { parseAddress } from "./parse-address";
import type { ParsedAddress } from "./parsed-address";

type Expected = Partial<ParsedAddress>;
const read = (text: string) => parseAddress(text, { language: "es" });

describe("parseAddress in Spanish", () => {
  it.each<[string, Expected]>([
    [
      "la dirección correcta es C/ Mayor 12, 3ºB, 28013 Madrid, a nombre de Marta Ruiz",
      {
        recipient: "Marta Ruiz",
        lines: ["C/ Mayor 12", "3ºB"],
        city: "Madrid",
        postalCode: "28013",
        country: "ES",
        missing: [],
      },
    ],
    [
      "Av. Insurgentes Sur 1602, Col. Crédito Constructor, 03940 CDMX",
      {
        lines: ["Av. Insurgentes Sur 1602", "Col. Crédito Constructor"],
        city: "CDMX",
        postalCode: "03940",
        country: "MX",
        missing: ["recipient"],
      },
    ],
    [
      "cambiad la dirección del 17-6093 a Calle Alfarería 12, 2º izq, 41010 Sevilla",
      { lines: ["Calle Alfarería 12", "2º izq"], city: "Sevilla", postalCode: "41010", country: "ES" },
    ],
    [
      "Me mudé! la orden 55318 que vaya a Av. Los Aromos 1420, depto 602, Ñuñoa",
      { lines: ["Av. Los Aromos 1420", "depto 602"], city: "Ñuñoa", country: "CL" },
    ],
    [
      "¿Pueden mandarlo a mi laburo? Güemes 3388 piso 5, CABA, a nombre de Nahuel Ibarra, es el pedido 80416",
      { lines: ["Güemes 3388", "piso 5"], city: "CABA", country: "AR", recipient: "Nahuel Ibarra" },
    ],
    [
      "estaré en el pueblo hasta el 25, enviad el 39462 a Plaza del Olmo 3, 49300 Puebla de Sanabria",
      { lines: ["Plaza del Olmo 3"], city: "Puebla de Sanabria", postalCode: "49300" },
    ],
    [
      "Para el pedido PT-5561 quiero otra dirección de entrega, la oficina: Polígono Sur, nave 14, Getafe",
      {
        lines: ["Polígono Sur, nave 14"],
        city: "Getafe",
        country: "ES",
        missing: ["recipient", "postalCode"],
      },
    ],
    [
      "al pedido 62240 le falta la escalera: Camino de la Ermita 7, esc. B, 1º 4ª",
      { lines: ["Camino de la Ermita 7", "esc. B", "1º 4ª"] },
    ],
    ["Solo la dirección: es Rivadavia 5020, no 5200", { lines: ["Rivadavia 5020"] }],
    ["el pedido que vaya a Corrientes 2210 y no a mi casa", { lines: ["Corrientes 2210"] }],
    ["Punto de recogida no, otra casa: la de mi tía, calle Sol 8", { lines: ["calle Sol 8"] }],
    ["la direccion esta incorecta es calle 45 no 54", { lines: ["calle 45 no 54"] }],
    [
      "Cra 15 # 93-47, apto 301, Bogotá",
      { lines: ["Cra 15 # 93-47", "apto 301"], city: "Bogotá", country: "CO" },
    ],
    [
      "Calle 10 No. 43-12, Medellín, Antioquia",
      { lines: ["Calle 10 No. 43-12"], city: "Medellín", region: "Antioquia", country: "CO" },
    ],
    [
      "Jr. de la Unión 845, Lima 15001, Perú",
      { lines: ["Jr. de la Unión 845"], city: "Lima", postalCode: "15001", country: "PE" },
    ],
    [
      "envíenlo a Av. Larco 345, dpto. 802, Miraflores, Lima",
      { lines: ["Av. Larco 345", "dpto. 802"], city: "Miraflores", region: "Lima", country: "PE" },
    ],
    [
      "Av. Providencia 1234, oficina 501, Providencia, Santiago",
      { lines: ["Av. Providencia 1234", "oficina 501"], country: "CL" },
    ],
    [
      "C/ Gran Vía 28, 4º D, 28013 Madrid (Madrid). Tel. 612 345 678",
      { lines: ["C/ Gran Vía 28", "4º D"], city: "Madrid", postalCode: "28013", phone: "612 345 678" },
    ],
    [
      "Calle Reforma 222, Col. Juárez, Alcaldía Cuauhtémoc, C.P. 06600, Ciudad de México",
      {
        lines: ["Calle Reforma 222", "Col. Juárez", "Alcaldía Cuauhtémoc"],
        postalCode: "06600",
        city: "Ciudad de México",
        country: "MX",
      },
    ],
    [
      "Av. Chapultepec 480, int. 5, Col. Americana, 44160 Guadalajara, Jalisco",
      { city: "Guadalajara", region: "Jalisco", postalCode: "44160", country: "MX" },
    ],
    [
      "Av. Santa Fe 1860, piso 3, C1123AAN Buenos Aires, Argentina",
      { city: "Buenos Aires", postalCode: "C1123AAN", country: "AR", lines: ["Av. Santa Fe 1860", "piso 3"] },
    ],
    [
      "Lucía Fernández, calle San Martín 450, 5500 Mendoza",
      { recipient: "Lucía Fernández", lines: ["calle San Martín 450"], city: "Mendoza", postalCode: "5500" },
    ],
    [
      "Carrer? no, es Paseo de Gracia 55, 2º 1ª, 08007 Barcelona",
      { lines: ["Paseo de Gracia 55", "2º 1ª"], city: "Barcelona", postalCode: "08007" },
    ],
    [
      "mándenlo a Avenida de la Constitución nº 18, bajo, 46009 Valencia, por favor",
      { lines: ["Avenida de la Constitución nº 18", "bajo"], city: "Valencia", postalCode: "46009" },
    ],
    [
      "mi nueva direccion: calle luna 4 piso 2 puerta b 29005 malaga",
      { city: "malaga", postalCode: "29005" },
    ],
    ["dirección nueva: calle Sucre, casa 14", { lines: ["calle Sucre, casa 14"] }],
    [
      "Destinatario: Jorge Pérez\nC/ Alcalá, 45, 1º A\n28014 Madrid\nEspaña",
      { recipient: "Jorge Pérez", lines: ["C/ Alcalá, 45", "1º A"], city: "Madrid", country: "ES" },
    ],
    [
      "Es Avda. de América 37, portal 2, 8ºC, 28002 Madrid",
      { lines: ["Avda. de América 37", "portal 2", "8ºC"] },
    ],
    ["Avenida 9 de Julio 1250, Rosario, Santa Fe", { city: "Rosario", region: "Santa Fe", country: "AR" }],
    ["Blvd. Kukulcán km 12, Cancún, Quintana Roo", { city: "Cancún", region: "Quintana Roo", country: "MX" }],
    [
      "Calle Velázquez 80, 3.º izda., 28001 Madrid",
      { lines: ["Calle Velázquez 80", "3.º izda"], city: "Madrid", postalCode: "28001" },
    ],
    [
      'Av. Corrientes 1234, 5° "B", C1043AAZ CABA, recibe Juan López',
      { recipient: "Juan López", lines: ["Av. Corrientes 1234", '5° "B"'], city: "CABA" },
    ],
    [
      "Es Calle 60 número 499, Centro, 97000 Mérida, Yucatán",
      { lines: ["Calle 60 número 499", "Centro"], city: "Mérida", region: "Yucatán", country: "MX" },
    ],
  ])("whole: %j", (text, expected) =>
    expect(read(text)).toMatchObject({ isAddress: true, isPartial: false, ...expected }),
  );

  it.each<[string, Expected]>([
    ["error en el código postal!! es 28012 y no 28021, arregladlo en el envío", { postalCode: "28012" }],
    ["Por favor corrijan el código postal, puse 41001 y es 41010", { postalCode: "41010" }],
    [
      "Puse mal mi cel, el correcto es 55 0101 4477, corríjanlo en el pedido MX-9920",
      { parts: ["phone"], phone: "55 0101 4477" },
    ],
    [
      "Manden la orden 771 a nombre de Inés Quiroga en lugar de al mío",
      { parts: ["recipient"], recipient: "Inés Quiroga" },
    ],
    ["quien va a recibir es mi suegra, doña Carmen Quispe, ponga ese nombre en la orden 4137", {}],
    ["el número de la casa está mal, debe ser 18", { parts: ["door"], lines: ["18"] }],
    [
      "escribí piso 2 en vez de piso 3 en la dirección, ¿lo corrigen?",
      { parts: ["door"], lines: ["piso 3"] },
    ],
    [
      '¿Pueden añadir "torre B, interior 302" a la dirección de mi pedido?',
      { parts: ["door"], lines: ["torre B, interior 302"] },
    ],
  ])("a part: %j", (text, expected) =>
    expect(read(text)).toMatchObject({ isAddress: true, isPartial: true, ...expected }),
  );

  it.each([
    "¿dónde está mi pedido?",
    "quiero cambiar la dirección",
    "¿Puedo cambiar la dirección del pedido 8820 antes de que salga?",
    "mi pedido es 20431 y no llega",
    "me cobraron 1.234,50 € de más",
    "mi pedido va en camino y son 3 paquetes",
    "compré el 15 de marzo una olla de 5 litros",
    "¿tienen talla 38 en negro?",
    "mido 165 y peso 60 kilos",
    "la guía es 7489201834",
    "el Samsung Galaxy 2000 no enciende",
    "¿hay tienda en la calle Mayor?",
    "llámenme al 612345678",
    "¿hacen envíos a Sevilla?",
    "hice el pedido por 2 unidades y llegó 1",
    "¿cuánto tarda en llegar a Bogotá?",
    "Hola 2024 fue un buen año",
    "quiero 2 camisas talla M y 1 pantalón",
  ])("none in %j", (text) => expect(read(text)).toMatchObject({ isAddress: false, parts: [], lines: [] }));
});
