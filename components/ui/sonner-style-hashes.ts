/**
 * sonner adds one <style> element when its module is read, and knows no nonce. The policy's `style-src` names
 * its text by hash instead: first the element while still empty, then with the text of sonner 2.0.8.
 */
export const SONNER_STYLE_HASHES = [
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
] as const;
