/**
 * The pages' Content-Security-Policy. Scripts run by nonce alone; 'wasm-unsafe-eval' is for the text model in
 * the browser; `styleHashes` are of libraries that add a style element and know no nonce; style attributes come from server rendering. Development needs eval for its source maps.
 */
export function contentSecurityPolicy(
  nonce: string,
  styleHashes: readonly string[],
  isDevelopment: boolean,
): string {
  const directives: Record<string, string> = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src": ["'self'", `'nonce-${nonce}'`, ...styleHashes].join(" "),
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "worker-src": "'self'",
    "connect-src": `'self'${isDevelopment ? " ws:" : ""}`,
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
