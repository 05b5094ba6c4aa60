/** Adds styles to the shadow root without a <style> element, which a strict policy would refuse. */
export function applyStyles(root: ShadowRoot, styles: string, nonce: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const style = document.createElement("style");
    style.nonce = nonce;
    style.textContent = styles;
    root.append(style);
  }
}
