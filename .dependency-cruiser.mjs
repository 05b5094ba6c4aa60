// The house plan of docs/architecture.md as errors: six floors, imports go down only.
// Run by scripts/lint-imports.mjs. test/fixtures/import-rules breaks every rule once, and test/import-rules.test.ts proves that each one bites.

const tests = "\\.test\\.tsx?$|^e2e/support/";
const adapters = "^(app|worker|scripts|proxy\\.ts|instrumentation\\.ts)(/|$)";
const database = "^db/";
const npm = (names) => `(^|/)node_modules/(${names})(/|$)`;

/** A floor and what lies above it, which it must not know. Tests may set the scene with anything. */
const floor = (name, from, above) => ({
  name,
  severity: "error",
  comment:
    "Imports go down only: move the fact to lib/data, the algorithm to lib/intelligence, or the call up.",
  from: { path: from, pathNot: tests },
  to: { path: above },
});

/** Rules about what runs: an import of types alone does not break them. */
export const valueRules = new Set([
  "components-draw-dtos",
  "next-stays-in-the-adapters",
  "components-use-little-of-next",
  "no-cycles",
]);

export default {
  forbidden: [
    floor("core-is-the-ground", "^lib/core/", [adapters, database, "^components/", "^lib/(?!core/)"]),
    floor("db-stands-on-core", "^db/(?!demo/|migrate\\.ts)", [adapters, "^components/", "^lib/(?!core/)"]),
    floor("db-demo-stays-below-the-workflows", "^db/demo/", [adapters, "^components/"]),
    floor("platform-below-the-domains", "^lib/platform/", [
      adapters,
      "^components/",
      "^lib/(data|service|operations)/",
    ]),
    floor("data-below-the-workflows", "^lib/data/", [adapters, "^components/", "^lib/(service|operations)/"]),
    floor("service-apart-from-operations", "^lib/service/", [adapters, "^components/", "^lib/operations/"]),
    floor("operations-apart-from-service", "^lib/operations/", [adapters, "^components/", "^lib/service/"]),
    floor("components-below-the-pages", "^components/", [adapters]),
    {
      name: "intelligence-is-pure",
      severity: "error",
      comment:
        "Algorithms take arrays and plain objects; of lib/core they know errors, money and dates alone.",
      from: { path: "^lib/intelligence/", pathNot: tests },
      to: {
        path: ["^(app|components|worker|scripts|db)/", "^lib/(?!intelligence/)"],
        pathNot: "^lib/core/(errors|money|dates)\\.ts$",
      },
    },
    {
      name: "intelligence-touches-no-machine",
      severity: "error",
      comment:
        "No clock, files, network or framework: the same code runs in a route, a worker, a test and a browser.",
      from: { path: "^lib/intelligence/", pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "intelligence-knows-no-framework",
      severity: "error",
      comment:
        "No clock, files, network or framework: the same code runs in a route, a worker, a test and a browser.",
      from: { path: "^lib/intelligence/", pathNot: tests },
      to: { path: npm("next|next-auth|react|react-dom|server-only|drizzle-orm|postgres|pg-boss") },
    },
    {
      name: "components-draw-dtos",
      severity: "error",
      comment:
        "Components know DTO types (schemas.ts), lib/core and the words of lib/platform/i18n, never verbs or the database.",
      from: { path: "^components/", pathNot: tests },
      to: {
        path: ["^lib/", database],
        pathNot: ["^lib/[^/]+/[^/]+/schemas\\.ts$", "^lib/core/", "^lib/platform/i18n/"],
      },
    },
    {
      name: "database-behind-the-verbs",
      severity: "error",
      comment:
        "Only lib/platform, lib/data, lib/service, lib/operations, worker, scripts and tests touch db.",
      from: {
        path: ["^(app|components)/", "^e2e/.*\\.spec\\.ts$", "^(proxy|instrumentation)\\.ts$"],
        pathNot: tests,
      },
      to: { path: database },
    },
    {
      name: "next-stays-in-the-adapters",
      severity: "error",
      comment:
        "Server parts of next and next-auth belong to app, proxy.ts, instrumentation.ts, lib/platform/http and lib/platform/auth.",
      from: { path: "^(lib|db|worker|scripts)/", pathNot: ["^lib/platform/(http|auth)/", tests] },
      to: { path: npm("next|next-auth") },
    },
    {
      name: "components-use-little-of-next",
      severity: "error",
      comment: "Components may import next/link, next/image and next/navigation.",
      from: { path: "^components/", pathNot: tests },
      to: { path: npm("next"), pathNot: `${npm("next")}(link|image|navigation)(\\.|$|/)` },
    },
    {
      name: "sign-in-stays-in-the-shell",
      severity: "error",
      comment: "next-auth/react is for pages and components/shell.",
      from: { path: "^components/", pathNot: ["^components/shell/", tests] },
      to: { path: npm("next-auth") },
    },
    {
      name: "domains-keep-their-insides",
      severity: "error",
      comment: "Another domain is reached through its index.ts, schemas.ts or jobs.ts.",
      from: { path: "^lib/(data|service|operations)/([^/]+)/", pathNot: tests },
      to: {
        path: "^lib/(data|service|operations)/[^/]+/",
        pathNot: ["^lib/$1/$2/", "^lib/[^/]+/[^/]+/(index|schemas|jobs)\\.ts$"],
      },
    },
    {
      name: "adapters-use-the-front-door",
      severity: "error",
      comment: "A domain is reached through its index.ts, schemas.ts or jobs.ts.",
      from: { path: [adapters, "^components/"], pathNot: tests },
      to: {
        path: "^lib/(data|service|operations)/[^/]+/",
        pathNot: "^lib/[^/]+/[^/]+/(index|schemas|jobs)\\.ts$",
      },
    },
    {
      name: "no-cycles",
      severity: "error",
      comment: "Two modules that need each other are one module, or hide a third.",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-tests-in-the-product",
      severity: "error",
      comment: "What runs for merchants does not stand on tests.",
      from: { path: "^(app|components|lib|db|worker|scripts)/", pathNot: [tests, "^scripts/testing/"] },
      to: { path: ["^(test|e2e|bench)/", tests] },
    },
    {
      name: "imports-resolve",
      severity: "error",
      comment: "An import that leads nowhere would slip past every other rule.",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^test/fixtures/", "(^|/)\\.next/"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
