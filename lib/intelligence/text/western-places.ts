import { foldDiacritics } from "./normalize-text";

const US =
  "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|DC District of Columbia|PR Puerto Rico";
const CANADA =
  "AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon|NU Nunavut";
const AUSTRALIA =
  "NSW New South Wales|VIC Victoria|QLD Queensland|SA South Australia|TAS Tasmania|ACT Australian Capital Territory|NT Northern Territory|WA Western Australia";

/** Big cities, for an address that has no postal code. */
const CITIES: Readonly<Record<string, string>> = {
  US: "New York|Los Angeles|Chicago|Houston|Phoenix|Philadelphia|San Antonio|San Diego|Dallas|Austin|San Francisco|Seattle|Denver|Boston|Portland|Las Vegas|Detroit|Miami|Atlanta|Brooklyn|Oakland|Minneapolis|Boise|Sacramento|Nashville|Baltimore",
  GB: "London|Manchester|Birmingham|Leeds|Liverpool|Bristol|Sheffield|Edinburgh|Glasgow|Cardiff|Belfast|Newcastle|Nottingham|Leicester|Brighton|Bath|Oxford|Cambridge|York|Dundee|Aberdeen|Swansea|Norwich|Exeter|Southampton|Portsmouth|Plymouth|Coventry|Reading|Frome",
  IE: "Dublin|Cork|Galway|Limerick|Waterford",
  CA: "Toronto|Montreal|Vancouver|Calgary|Ottawa|Edmonton|Winnipeg|Halifax",
  AU: "Sydney|Melbourne|Brisbane|Perth|Adelaide|Hobart|Darwin|Canberra",
  NZ: "Auckland|Wellington|Christchurch|Hamilton|Dunedin",
  ES: "Madrid|Barcelona|Valencia|Sevilla|Zaragoza|Málaga|Murcia|Palma|Bilbao|Alicante|Córdoba|Valladolid|Vigo|Gijón|Granada|A Coruña|La Coruña|Oviedo|Pamplona|Santander|San Sebastián|Donostia|Getafe|Leganés|Móstoles|Alcalá de Henares|Salamanca|Burgos|Cádiz|Huelva|Almería|Jaén|Toledo|Badajoz|Logroño|Tarragona|Girona|Lleida|Castellón|Elche|Badalona|Hospitalet|L'Hospitalet|Sabadell|Terrassa|Vitoria|Marbella|Jerez|Cartagena|Las Palmas",
  MX: "CDMX|Ciudad de México|México DF|Guadalajara|Monterrey|Puebla|Tijuana|Zapopan|Querétaro|Cancún|Toluca|San Luis Potosí|Aguascalientes|Hermosillo|Saltillo|Culiacán|Chihuahua|Veracruz|Xalapa|Oaxaca|Cuernavaca|Morelia|Naucalpan|Ecatepec|San Pedro Garza García|Tlalnepantla|Mexicali|Torreón|Tlaquepaque",
  AR: "CABA|C.A.B.A.|Buenos Aires|Capital Federal|Rosario|La Plata|Mar del Plata|Tucumán|San Miguel de Tucumán|Salta|Neuquén|Bahía Blanca|Posadas|Quilmes|Lanús|Avellaneda|Vicente López|San Isidro|Belgrano R",
  CL: "Santiago|Santiago de Chile|Providencia|Ñuñoa|Las Condes|Vitacura|Maipú|La Florida|Puente Alto|Valparaíso|Viña del Mar|Concepción|Antofagasta|Temuco|Rancagua|La Serena|Coquimbo|Iquique|Talca|Puerto Montt|San Miguel|Recoleta|Macul|Peñalolén|Quilicura|Estación Central",
  CO: "Bogotá|Bogotá D.C.|Medellín|Cali|Barranquilla|Bucaramanga|Pereira|Manizales|Cúcuta|Santa Marta|Ibagué|Envigado|Itagüí|Soacha|Chía|Villavicencio|Pasto|Neiva|Armenia",
  PE: "Lima|Arequipa|Trujillo|Cusco|Cuzco|Piura|Chiclayo|Miraflores|San Isidro de Lima|Santiago de Surco|Surco|San Borja|Barranco|Callao|Huancayo|Tacna|Ica|Iquitos|Lince|Jesús María|La Molina|San Miguel de Lima|Pueblo Libre",
};
/** Provinces, states and regions; one that is a city's name too is read as the region where a city stands before it. */
const REGIONS: Readonly<Record<string, string>> = {
  ES: "Madrid|Barcelona|Valencia|Sevilla|Zaragoza|Málaga|Murcia|Baleares|Islas Baleares|Mallorca|Vizcaya|Bizkaia|Guipúzcoa|Gipuzkoa|Álava|Alicante|Valladolid|Pontevedra|Asturias|Granada|A Coruña|La Coruña|Navarra|Cantabria|Salamanca|Burgos|Cádiz|Huelva|Almería|Jaén|Toledo|Badajoz|Cáceres|La Rioja|Tarragona|Girona|Gerona|Lleida|Lérida|Castellón|Las Palmas|Santa Cruz de Tenerife|Tenerife|Gran Canaria|Zamora|León|Palencia|Ávila|Segovia|Soria|Guadalajara|Cuenca|Ciudad Real|Albacete|Teruel|Huesca|Lugo|Ourense|Orense|Andalucía|Cataluña|Catalunya|Galicia|Comunidad de Madrid|Comunidad Valenciana|Castilla y León|País Vasco|Extremadura|Aragón|Ceuta|Melilla",
  MX: "CDMX|Ciudad de México|Estado de México|Edo. de México|Edomex|Edo. Méx.|Jalisco|Jal.|Nuevo León|N.L.|NL|Puebla|Pue.|Baja California|Baja California Sur|B.C.|Querétaro|Qro.|Quintana Roo|Q. Roo|Guanajuato|Gto.|Yucatán|Yuc.|Veracruz|Ver.|Oaxaca|Oax.|Chiapas|Chihuahua|Coahuila|Durango|Sinaloa|Sonora|Tamaulipas|Tabasco|Tlaxcala|Hidalgo|Morelos|Michoacán|Guerrero|Nayarit|Zacatecas|Aguascalientes|Colima|Campeche|San Luis Potosí",
  AR: "Buenos Aires|Provincia de Buenos Aires|Prov. de Buenos Aires|Bs. As.|Santa Fe|Mendoza|Tucumán|Salta|Neuquén|Entre Ríos|Misiones|Chaco|Corrientes|Jujuy|Río Negro|Chubut|Catamarca|La Pampa|San Luis|San Juan|Santiago del Estero|Formosa|Santa Cruz|Tierra del Fuego",
  CL: "Región Metropolitana|RM|R.M.|Valparaíso|Región de Valparaíso|Biobío|Región del Biobío|Araucanía|Maule|O'Higgins|Los Lagos|Santiago",
  CO: "Antioquia|Cundinamarca|Valle del Cauca|Valle|Atlántico|Santander del Sur|Bolívar|Risaralda|Caldas|Quindío|Tolima|Meta|Nariño|Huila|Norte de Santander|Magdalena",
  PE: "Lima|Arequipa|La Libertad|Cusco|Piura|Lambayeque|Junín|Callao|Áncash|Ica|Loreto|Puno|Tacna",
};
const COUNTRIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:USA|U\.S\.A\.?|US|United States(?: of America)?|Estados Unidos|EE\.? ?UU\.?)$/i, "US"],
  [/^(?:UK|U\.K\.|United Kingdom|Great Britain|England|Scotland|Wales|Northern Ireland|Reino Unido)$/i, "GB"],
  [/^(?:Canada|Canadá)$/i, "CA"],
  [/^Australia$/i, "AU"],
  [/^(?:Ireland|Irlanda)$/i, "IE"],
  [/^(?:New Zealand|NZ)$/i, "NZ"],
  [/^(?:España|Espana|Spain)$/i, "ES"],
  [/^(?:M[eé]xico|M[eé]jico)$/i, "MX"],
  [/^Argentina$/i, "AR"],
  [/^Chile$/i, "CL"],
  [/^Colombia$/i, "CO"],
  [/^(?:Per[uú])$/i, "PE"],
];

/** A name without case, accents and dots at its ends, so that spellings can be compared. */
export function placeKey(name: string): string {
  return foldDiacritics(name)
    .toLowerCase()
    .replace(/[.\s]+$/g, "")
    .trim();
}

function keysOf(table: Readonly<Record<string, string>>): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [country, names] of Object.entries(table))
    for (const name of names.split("|")) if (!keys.has(placeKey(name))) keys.set(placeKey(name), country);
  return keys;
}
const CITY_COUNTRIES = keysOf(CITIES);
const REGION_COUNTRIES = keysOf(REGIONS);
const ENGLISH_REGIONS = new Map<string, string>();
for (const [country, names] of [
  ["AU", AUSTRALIA],
  ["CA", CANADA],
  ["US", US],
] as const) {
  for (const entry of names.split("|")) {
    const [code = "", ...name] = entry.split(" ");
    ENGLISH_REGIONS.set(code.toLowerCase(), country).set(name.join(" ").toLowerCase(), country);
  }
}

export function countryNamed(name: string): string | undefined {
  return COUNTRIES.find(([pattern]) => pattern.test(name.replace(/\.$/, "")))?.[1];
}

/** ISO 3166-1 code of a big city's country. */
export function countryOfCity(city: string): string | undefined {
  return CITY_COUNTRIES.get(placeKey(city));
}

/** ISO 3166-1 code of the country of a Spanish-speaking province, state or region. */
export function countryOfRegion(region: string): string | undefined {
  return REGION_COUNTRIES.get(placeKey(region));
}

/** ISO 3166-1 code of the country of a state or province by its name or its abbreviation. */
export function countryOfState(state: string): string | undefined {
  return ENGLISH_REGIONS.get(placeKey(state).replaceAll(".", ""));
}

const byLength = (names: readonly string[]) => names.toSorted((a, b) => b.length - a.length).join("|");
const UK_COUNTIES = new Set(
  "Bedfordshire|Berkshire|Buckinghamshire|Cambridgeshire|Cheshire|Cornwall|Cumbria|Derbyshire|Devon|Dorset|Co Durham|County Durham|East Sussex|Essex|Gloucestershire|Greater Manchester|Hampshire|Herefordshire|Hertfordshire|Kent|Lancashire|Leicestershire|Lincolnshire|Merseyside|Middlesex|Norfolk|North Yorkshire|Northamptonshire|Northumberland|Nottinghamshire|Oxfordshire|Rutland|Shropshire|Somerset|South Yorkshire|Staffordshire|Suffolk|Surrey|Tyne and Wear|Warwickshire|West Midlands|West Sussex|West Yorkshire|Wiltshire|Worcestershire|Fife|Highland|Gwynedd|Powys|Co Antrim|Co Down|County Antrim|County Down|Co Cork|Co Kerry|Co Galway|Co Dublin|Co Mayo|County Cork"
    .split("|")
    .map(placeKey),
);

/** Counties of the United Kingdom and Ireland, which stand behind the post town. */
export function isCounty(name: string): boolean {
  return UK_COUNTIES.has(placeKey(name));
}

/** Names of states and provinces in full, and their abbreviations, for patterns. */
export const STATE_NAMES = byLength(
  [US, CANADA, AUSTRALIA].flatMap((s) => s.split("|").map((e) => e.slice(e.indexOf(" ") + 1))),
);
export const STATE_CODES = byLength(
  [US, CANADA, AUSTRALIA].flatMap((s) => s.split("|").map((e) => e.slice(0, e.indexOf(" ")))),
);
/** Big cities where English is spoken, for patterns. */
export const ENGLISH_CITIES = byLength(
  ["US", "GB", "IE", "CA", "AU", "NZ"].flatMap((code) => CITIES[code]!.split("|")),
);
