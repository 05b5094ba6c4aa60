import { describe, expect, it } from "vitest";
import { listIntentChoices, nameIntents, type OwnIntent } from "./intent-words";

const words: Record<string, string> = { order_tracking: "Track order", out_of_scope: "Out of scope" };
const dictionary = Object.assign((id: string) => words[id] ?? "", { has: (id: string) => id in words });
const OWN: OwnIntent[] = [
  { id: "plug_adapter", name: { zh: "插头转换", es: "Adaptador" }, archivedAt: null },
  { id: "old_service", name: { en: "Old service" }, archivedAt: "2026-11-01T00:00:00Z" },
];

describe("names of intents", () => {
  it("come from the dictionary, else from the merchant, in the reader's language where there is one", () => {
    expect(nameIntents(dictionary, OWN, "en")("order_tracking")).toBe("Track order");
    expect(nameIntents(dictionary, OWN, "es")("plug_adapter")).toBe("Adaptador");
    expect(nameIntents(dictionary, OWN, "en")("plug_adapter")).toBe("插头转换");
    expect(nameIntents(dictionary, OWN, "en")("gone")).toBeNull();
    expect(nameIntents(dictionary, OWN, "en")(null)).toBeNull();
  });

  it("an archived intent keeps its name and is no choice any more", () => {
    const nameOf = nameIntents(dictionary, OWN, "en");
    expect(nameOf("old_service")).toBe("Old service");
    const choices = listIntentChoices(nameOf, OWN);
    expect(choices[0]).toEqual({ id: "plug_adapter", name: "插头转换", group: "own" });
    expect(choices.map(({ id }) => id)).not.toContain("old_service");
    expect(choices).toHaveLength(53);
  });
});
