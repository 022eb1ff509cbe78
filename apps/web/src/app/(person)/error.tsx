"use client";
import { PageError } from "@/features/frame/page-error.tsx";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return <PageError retry={reset} />;
}
