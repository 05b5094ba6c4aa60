import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";
import { negotiateLocale } from "./negotiate-locale";

describe("negotiateLocale", () => {
  it.each<[string | undefined, string | null, string]>([
    ["es", "zh-CN,en;q=0.5", "es"],
    ["zh-CN", null, "zh-CN"],
    ["fr", "es", "es"],
    ["zh-cn", "es", "es"],
    ["../../etc", null, "en"],
    [undefined, null, "en"],
    [undefined, "", "en"],
    [undefined, "zh-TW", "zh-CN"],
    [undefined, "zh-Hans-CN,zh;q=0.9", "zh-CN"],
    [undefined, "es-MX,es;q=0.9,en;q=0.8", "es"],
    [undefined, "fr-FR, de;q=0.9", "en"],
    [undefined, "en;q=0.1, es;q=0.9", "es"],
    [undefined, "fr, en ;q=0.3, zh ; q=0.7", "zh-CN"],
    [undefined, "es;q=0", "en"],
    [undefined, "zh;q=0, es;q=0.1", "es"],
    [undefined, "*", "en"],
    [undefined, "ES-es", "es"],
    [undefined, "es;q=high, zh;q=0.5", "es"],
    [undefined, ";;;,,,q=1", "en"],
    [undefined, `${"x,".repeat(10_000)}es`, "en"],
  ])("for the choice %j and %j is %s", (chosen, accepted, locale) => {
    expect(negotiateLocale(chosen, accepted)).toBe(locale);
  });
});

describe("contentSecurityPolicy", () => {
  const policy = contentSecurityPolicy("bm9uY2U=", ["'sha256-abc'"], false);
  const directives = new Map(
    policy.split("; ").map((directive) => {
      const [name, ...values] = directive.split(" ");
      return [name!, values] as const;
    }),
  );

  it("runs scripts by nonce alone", () => {
    expect(directives.get("script-src")).toEqual([
      "'self'",
      "'nonce-bm9uY2U='",
      "'strict-dynamic'",
      "'wasm-unsafe-eval'",
    ]);
    expect(policy).not.toMatch(/'unsafe-eval'|script-src[^;]*'unsafe-inline'|https?:|\*/);
  });

  it("takes style elements by nonce or hash", () => {
    expect(directives.get("style-src")).toEqual(["'self'", "'nonce-bm9uY2U='", "'sha256-abc'"]);
  });

  it("allows no plugin, no base, no frame around it and no form to elsewhere", () => {
    for (const [name, value] of [
      ["default-src", "'self'"],
      ["object-src", "'none'"],
      ["base-uri", "'none'"],
      ["frame-ancestors", "'none'"],
      ["form-action", "'self'"],
      ["connect-src", "'self'"],
    ] as const)
      expect([name, directives.get(name)]).toEqual([name, [value]]);
  });

  it("lets the development server reload, and only it", () => {
    expect(contentSecurityPolicy("n", [], true)).toMatch(/'unsafe-eval'.*connect-src 'self' ws:/);
  });
});
