import type { MetadataRoute } from "next";

import { t } from "@/lib/t.ts";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Vida",
    short_name: "Vida",
    description: t("app.description"),
    lang: "pt-BR",
    start_url: "/dashboard",
    display: "standalone",
    background_color: "#FBF8F3",
    theme_color: "#FBF8F3",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  };
}
