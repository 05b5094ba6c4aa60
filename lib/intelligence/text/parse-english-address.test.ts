import { describe, expect, it } from "vitest";
import { parseAddress } from "./parse-address";
import type { ParsedAddress } from "./parsed-address";

type Expected = Partial<ParsedAddress>;
const read = (text: string) => parseAddress(text, { language: "en" });

describe("parseAddress in English", () => {
  it.each<[string, Expected]>([
    [
      "send it to 221B Baker Street, London NW1 6XE instead, name is Anna Holm",
      {
        recipient: "Anna Holm",
        lines: ["221B Baker Street"],
        city: "London",
        postalCode: "NW1 6XE",
        country: "GB",
        missing: [],
      },
    ],
    [
      "410 Pine St, Apt 4B, Springfield, IL 62704",
      {
        lines: ["410 Pine St", "Apt 4B"],
        city: "Springfield",
        region: "IL",
        postalCode: "62704",
        country: "US",
        missing: ["recipient"],
      },
    ],
    [
      "I moved last week!! order 1983 is going to 410 Pine St, please send it to 77 Alder Ct, Boise ID 83702 instead",
      { lines: ["77 Alder Ct"], city: "Boise", region: "ID", postalCode: "83702", country: "US" },
    ],
    [
      "New address for HP-24877: 22 Quarry Rise, Flat 3, Dundee DD4 7QR",
      { lines: ["22 Quarry Rise", "Flat 3"], city: "Dundee", postalCode: "DD4 7QR" },
    ],
    [
      "Oh no, autofill put my old office in order 82416. Has to go to 9 Tanner's Yard, Leeds LS2 8BA, please please fix",
      { lines: ["9 Tanner's Yard"], city: "Leeds", postalCode: "LS2 8BA" },
    ],
    [
      "Ship 30-5518 to my work pls: Reception, Kestrel House, 5 Dock Street, Cardiff",
      { lines: ["Reception", "Kestrel House", "5 Dock Street"], city: "Cardiff", country: "GB" },
    ],
    [
      "We're now at 22 Cedar Grove, Frome. It hasn't been shipped yet, so could you alter it?",
      { lines: ["22 Cedar Grove"], city: "Frome" },
    ],
    [
      "send it to my work instead, 40 Tib Lane",
      { lines: ["40 Tib Lane"], missing: ["recipient", "city", "country"] },
    ],
    ["It must be 90 Ashby Road, not 9 Ash Road.", { lines: ["90 Ashby Road"] }],
    ["I'm home at 3 Mill Lane.", { lines: ["3 Mill Lane"] }],
    [
      "The gift should go straight to Tom, 8 Larch Close, not come to me first.",
      { lines: ["8 Larch Close"] },
    ],
    [
      "Not a pick-up point, please, but my brother's address at 40 Quay Street.",
      { lines: ["40 Quay Street"] },
    ],
    [
      "Maria Lopez\n1500 Broadway Apt 12\nNew York, NY 10036\n212-555-0147",
      {
        recipient: "Maria Lopez",
        lines: ["1500 Broadway", "Apt 12"],
        city: "New York",
        region: "NY",
        postalCode: "10036",
        phone: "212-555-0147",
      },
    ],
    [
      "can you ship to 1600 Amphitheatre Parkway Mountain View CA 94043 thanks",
      { lines: ["1600 Amphitheatre Parkway"], city: "Mountain View", region: "CA", postalCode: "94043" },
    ],
    [
      "my new address is 12 Elm Avenue, Unit 7, Portland, Oregon 97205. Phone (503) 555-0182",
      {
        lines: ["12 Elm Avenue", "Unit 7"],
        city: "Portland",
        region: "Oregon",
        postalCode: "97205",
        phone: "(503) 555-0182",
      },
    ],
    ["please use PO Box 1123, Austin, TX 78701", { lines: ["PO Box 1123"], city: "Austin", region: "TX" }],
    [
      "Flat 2, 14 High Street, Oxford OX1 4BG",
      { lines: ["Flat 2", "14 High Street"], city: "Oxford", postalCode: "OX1 4BG" },
    ],
    [
      "deliver to Flat 5, Maple Court, 88 Station Road, Harrow, HA1 2RS, United Kingdom",
      {
        lines: ["Flat 5", "Maple Court", "88 Station Road"],
        city: "Harrow",
        postalCode: "HA1 2RS",
        country: "GB",
      },
    ],
    [
      "ship to 350 Bay St, Toronto, ON M5H 2S6, Canada",
      { lines: ["350 Bay St"], city: "Toronto", region: "ON", postalCode: "M5H 2S6", country: "CA" },
    ],
    [
      "123 rue? no: 4567 Maple Drive, Vancouver BC V6B 1A1",
      { lines: ["4567 Maple Drive"], city: "Vancouver", region: "BC", country: "CA" },
    ],
    [
      "Unit 3/45 Collins Street, Melbourne VIC 3000",
      { city: "Melbourne", region: "VIC", postalCode: "3000", country: "AU" },
    ],
    [
      "12 Wattle Road, Brunswick, Victoria 3056, Australia",
      { lines: ["12 Wattle Road"], city: "Brunswick", region: "Victoria", postalCode: "3056", country: "AU" },
    ],
    ["change address to 5 sea road galway", { lines: ["5 sea road"], city: "galway" }],
    ["22 cedar grove, frome, ba11 1aa", { lines: ["22 cedar grove"], city: "frome", postalCode: "ba11 1aa" }],
    [
      "send to john's house, 9 Oak Lane, Austin TX 78704, attn John Peters",
      { recipient: "John Peters", lines: ["9 Oak Lane"], city: "Austin", region: "TX" },
    ],
    [
      "c/o Linda Gray, 73 Orchard Way, Bristol BS6 5QA",
      { lines: ["c/o Linda Gray", "73 Orchard Way"], city: "Bristol", missing: ["recipient"] },
    ],
    [
      "recipient: Omar Said, address: 18 Marlowe Road, London E17 3AB, mobile 07700 900321",
      { recipient: "Omar Said", phone: "07700 900321", lines: ["18 Marlowe Road"], postalCode: "E17 3AB" },
    ],
    [
      "I'd really prefer my mum's place, 17 Orchard Way. Not dispatched yet as far as I see.",
      { lines: ["17 Orchard Way"] },
    ],
    [
      "14 High Holborn, London WC1V 6BX",
      { lines: ["14 High Holborn"], city: "London", postalCode: "WC1V 6BX" },
    ],
    ["Rose Cottage, Mill Lane, Frome BA11 1AA", { lines: ["Rose Cottage", "Mill Lane"], city: "Frome" }],
    [
      "742 Evergreen Terrace\nSpringfield\nOR 97475",
      { lines: ["742 Evergreen Terrace"], city: "Springfield", region: "OR", postalCode: "97475" },
    ],
    [
      "please redirect to 200 W 57th St Suite 1100, New York, NY 10019-2104",
      { lines: ["200 W 57th St", "Suite 1100"], postalCode: "10019-2104" },
    ],
    [
      "use 1 Infinite Loop, Cupertino, California 95014, USA",
      { city: "Cupertino", region: "California", country: "US" },
    ],
    ["i live at 33 park avenue in Denver now", { lines: ["33 park avenue"], city: "Denver" }],
    [
      "ship it to Anna Holm at 5 Mill Lane, York",
      { recipient: "Anna Holm", lines: ["5 Mill Lane"], city: "York" },
    ],
    ["12 March Street, Cambridge CB1 2AB", { lines: ["12 March Street"], city: "Cambridge" }],
  ])("whole: %j", (text, expected) =>
    expect(read(text)).toMatchObject({ isAddress: true, isPartial: false, ...expected }),
  );

  it.each<[string, Expected]>([
    ["new zip is 94110", { parts: ["postalCode"], postalCode: "94110" }],
    ["phone should be 13900001111", { parts: ["phone"], phone: "13900001111" }],
    ["zip should be 60614 not 60641 on order 27903", { postalCode: "60614" }],
    ["Could you correct the postcode on order 70912 to LS6 3AB?", { postalCode: "LS6 3AB" }],
    [
      "Can the contact number for the driver be changed to 07700 900123?",
      { parts: ["phone"], phone: "07700 900123" },
    ],
    [
      "Change of recipient for order 1138: it should be Mrs. P. Nair.",
      { parts: ["recipient"], recipient: "Mrs. P. Nair" },
    ],
    ["house number is wrong on the parcel, should be 18", { parts: ["door"], lines: ["18"] }],
    ["Let me fix the house number, it's 114, not 14.", { parts: ["door"], lines: ["114"] }],
    ["forgot to put my apartment number, it's 4B, can you add that to the delivery", { parts: ["door"] }],
    [
      "I typed flat 2 rather than flat 3 in the address, can you correct that",
      { parts: ["door"], lines: ["flat 3"] },
    ],
    [
      "Our office has shifted to the 9th floor, the address on your label is wrong",
      { parts: ["door"], lines: ["9th floor"] },
    ],
    ["wrong postcode mate its 3056 not 3065", { postalCode: "3056" }],
  ])("a part: %j", (text, expected) =>
    expect(read(text)).toMatchObject({ isAddress: true, isPartial: true, ...expected }),
  );

  it.each([
    "where is my parcel",
    "I want to change the address",
    "my order 20431 has not arrived",
    "2 of my orders are on the way",
    "I bought 12 shirts in size 38",
    "it took 3 days on the road",
    "where is HP-20431, it was due 12/03/2025",
    "do you have the iPhone 15 in black?",
    "I paid $1,299 for 2 units last week",
    "tracking 1Z999AA10123456784 has not moved",
    "I am 170 cm and 65 kg, which size",
    "call me at +1 (415) 555-0132",
    "can I return item 3 for a different colour",
    "do you ship to London?",
    "is there a store on Oxford Street?",
    "the 5 quart pot is a great way to cook",
    "I ordered 2 lamps and 1 arrived, please help",
    "My name is Anna and I'd like a refund",
    "how many days to Austin TX?",
    "version 2 drive is not working, order 55009",
    "the street lamp has 3 modes",
  ])("none in %j", (text) => expect(read(text)).toMatchObject({ isAddress: false, parts: [], lines: [] }));
});
