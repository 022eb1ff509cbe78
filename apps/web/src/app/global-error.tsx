"use client";
import { PageError } from "@/features/frame/page-error.tsx";

import "./globals.css";

export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="pt-BR">
      <body>
        <PageError retry={reset} />
      </body>
    </html>
  );
}
