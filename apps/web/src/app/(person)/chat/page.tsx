import type { Metadata } from "next";

import { ChatPage } from "@/features/chat/chat-page.tsx";
import { t } from "@/lib/t.ts";

export const metadata: Metadata = { title: t("nav.chat") };

export default function Page() {
  return <ChatPage />;
}
