interface Words {
  bot: string;
  customer: string;
}

/** Who did something, as pages show it: the bot and customers by what they are, people and programs by name. */
export function actorName({ type, name }: { type: string; name: string }, words: Words): string {
  if (type === "customer") return words.customer;
  return type === "system" && name === "bot" ? words.bot : name;
}
