import { fileURLToPath } from "node:url";

import type { NextConfig } from "next";

const root = fileURLToPath(new URL("../..", import.meta.url));

const config: NextConfig = {
  turbopack: { root },
  outputFileTracingRoot: root,
  transpilePackages: ["@vida/core", "@vida/api"],
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` has the types of the whole repository; a build need not read them again.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  experimental: {
    optimizePackageImports: ["radix-ui"],
    // The server behind bounds its own requests; a live stream may be quiet between two pings.
    proxyTimeout: 120_000,
  },
};

export default config;
