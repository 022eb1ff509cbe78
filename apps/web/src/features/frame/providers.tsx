"use client";
import { QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import { useState, type ReactNode } from "react";

import { Toaster } from "@/components/ui/toaster.tsx";
import { makeClient } from "@/trpc/client.ts";
import { TRPCProvider } from "@/trpc/context.ts";
import { makeQueryClient } from "@/trpc/query-client.ts";

import { leaveForLogin } from "./session-ended.ts";

export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [client] = useState(() => makeClient(leaveForLogin));
  const [cache] = useState(makeQueryClient);
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      nonce={nonce}
    >
      <QueryClientProvider client={cache}>
        <TRPCProvider trpcClient={client} queryClient={cache}>
          {children}
          <Toaster />
        </TRPCProvider>
      </QueryClientProvider>
    </ThemeProvider>
  );
}
