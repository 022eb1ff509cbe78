"use client";
import { lazy, Suspense, useEffect, useState } from "react";

import { onFirstToast } from "./toast.ts";

const LazyToaster = lazy(() =>
  import("./toaster-sonner.tsx").then((module) => ({ default: module.SonnerToaster })),
);

export function Toaster() {
  const [needed, setNeeded] = useState(false);
  useEffect(() => onFirstToast(() => setNeeded(true)), []);
  return needed ? (
    <Suspense>
      <LazyToaster />
    </Suspense>
  ) : null;
}
