/**
 * Keeps what was read lately: a message is read once for its intent and once more to look for an article, and "hello"
 * is written all day. The same promise is given to whoever asks meanwhile; what fails is not kept.
 *
 * @param most entries, the one that was asked for longest ago goes first.
 */
export function rememberRecent<Output>(
  read: (text: string) => Promise<Output>,
  most: number,
): (text: string) => Promise<Output> {
  const recent = new Map<string, Promise<Output>>();
  return (text) => {
    const known = recent.get(text);
    recent.delete(text);
    const output = known ?? read(text);
    recent.set(text, output);
    if (!known) output.catch(() => recent.get(text) === output && recent.delete(text));
    for (const oldest of recent.keys()) {
      if (recent.size <= most) break;
      recent.delete(oldest);
    }
    return output;
  };
}
