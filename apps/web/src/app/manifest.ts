import type { MetadataRoute } from "next";

import { t } from "@/lib/t.ts";

export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Vida",
    short_name: "Vida",
    description: t("app.description"),
    lang: "pt-BR",
    start_url: "/dashboard",
    scope: "/",
    display: "standalone",
    background_color: "#FBF8F3",
    theme_color: "#FBF8F3",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
