const loading = new Map<string, Promise<unknown>>();

/**
 * Loads a further part of the widget once, as a script like the first: a page's policy that lets one in lets in the
 * other. `found` gives what the script leaves on the window. A failure is forgotten, so that it can be tried again.
 */
export function loadScript<Part>(src: string, nonce: string, found: () => Part | undefined): Promise<Part> {
  const known = loading.get(src) ?? addScript(src, nonce);
  loading.set(src, known);
  return known.then(
    () => {
      const part = found();
      if (part) return part;
      throw new Error(`${src} did not run.`);
    },
    (error) => {
      loading.delete(src);
      throw error;
    },
  );
}

function addScript(src: string, nonce: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.nonce = nonce;
    script.onload = resolve;
    script.onerror = () => {
      script.remove();
      reject(new Error(`${src} could not be loaded.`));
    };
    script.src = src;
    document.head.append(script);
  });
}
