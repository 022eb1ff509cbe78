"use client";
import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { CornerDownLeft, MessageCircleQuestion, Moon, Plus } from "lucide-react";
import { useTheme } from "next-themes";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { useState, type ReactNode } from "react";

import { showToast } from "@/components/ui/toast.ts";
import { newId } from "@/lib/new-id.ts";
import { t } from "@/lib/t.ts";
import { useDebounced } from "@/lib/use-debounced.ts";
import { useTRPC } from "@/trpc/context.ts";
import { useAction } from "@/trpc/use-action.ts";

import { ActionSlip } from "../chat/action-slip.tsx";
import { VoiceButton } from "../chat/voice-button.tsx";
import { matches } from "./matches.ts";
import { ALL_NAV } from "./nav.ts";
import { useTakeBack } from "./use-take-back.ts";

/**
 * One line for everything: a fact to record, a question, a page or an action.
 *
 * What would be recorded is shown while the person types, and Enter is their verdict on exactly that.
 */
export function CommandLine({ initial, onClose }: { initial: string; onClose: () => void }) {
  const [text, setText] = useState(initial);
  const router = useRouter();
  const { setTheme, resolvedTheme } = useTheme();
  const trimmed = text.trim();
  const asked = useDebounced(trimmed, 90);
  const trpc = useTRPC();
  const preview = useQuery({
    ...trpc.chat.preview.queryOptions({ text: asked }),
    enabled: asked.length > 2 && asked.length <= 1_000,
    staleTime: 10_000,
    retry: false,
  });
  const read = asked === trimmed && trimmed.length > 2 ? preview.data : undefined;
  const slips = read?.actions ?? [];

  // What is understood arrives after the other lines and still comes first: Enter is meant for it.
  const [picked, setPicked] = useState("");
  const [shown, setShown] = useState("");
  const understoodText = slips.length > 0 ? asked : "";
  if (understoodText !== shown) {
    setShown(understoodText);
    if (understoodText !== "") setPicked("record");
  }

  const takeBack = useTakeBack();
  const capture = useAction({
    run: (client, hash: string | null, call) =>
      client.chat.capture.mutate({ text: trimmed, hash, messageId: newId() }, call),
    touches: ["tracking", "chat", "metrics"],
    onDone: ({ captured, conversationId, actionIds }) => {
      const path = `/chat?c=${conversationId}`;
      if (!captured) {
        go(path);
        return;
      }
      onClose();
      const what = slips.map((slip) => [slip.title, slip.details[0]?.value].join(" · ")).join(", ");
      showToast(t("line.recorded", { what }), {
        label: t("common.undo"),
        run: () => takeBack(actionIds),
      });
    },
  });

  const go = (path: string): void => {
    onClose();
    router.push(path);
  };
  const ask = (): void => go(`/chat?${new URLSearchParams({ q: trimmed }).toString()}`);
  const adjust = (): void => go(`/chat?${new URLSearchParams({ draft: trimmed }).toString()}`);
  const record = (): void => capture.mutate(read?.hash ?? null);
  const pages = ALL_NAV.filter((item) => matches(t(item.label), trimmed));
  const themeLabel = t(resolvedTheme === "dark" ? "line.lightTheme" : "line.darkTheme");

  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-(--scrim)" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-3 top-3 z-50 mx-auto max-w-xl overflow-hidden rounded-card border border-line bg-card shadow-over md:top-[14dvh]"
        >
          <Dialog.Title className="sr-only">{t("line.title")}</Dialog.Title>
          <Command
            shouldFilter={false}
            loop
            label={t("line.title")}
            value={picked}
            onValueChange={setPicked}
          >
            <div className="flex items-center gap-2 border-b border-line pr-2">
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder={t("line.placeholder")}
                maxLength={10_000}
                onKeyDown={(event) => {
                  if (event.key === "Tab" && slips.length > 0) {
                    event.preventDefault();
                    adjust();
                  }
                }}
                className="min-h-15 w-full bg-transparent px-5 text-lg outline-none placeholder:text-soft"
              />
              <VoiceButton onText={(spoken) => setText((before) => `${before} ${spoken}`.trim())} />
            </div>
            <Command.List className="max-h-[60dvh] overflow-y-auto p-2">
              {slips.length > 0 ? (
                <Line value="record" onSelect={record} disabled={capture.isPending} plain>
                  <div className="grid w-full gap-2 rounded-control border border-accent/35 bg-accent-wash px-4 py-3">
                    {slips.map((slip, index) => (
                      <ActionSlip key={index} action={slip} />
                    ))}
                    <p className="flex items-center gap-1.5 text-xs text-soft">
                      <CornerDownLeft aria-hidden="true" className="size-3.5" />
                      {t(read?.hash == null ? "line.enterAsks" : "line.enterRecords")}
                    </p>
                  </div>
                </Line>
              ) : null}
              {read?.ask == null ? null : <p className="px-3 py-2 text-soft">{read.ask.text}</p>}
              {trimmed.length > 2 ? (
                <Line value="ask" onSelect={ask} icon={<MessageCircleQuestion />}>
                  <span className="truncate">{t("line.ask", { text: trimmed })}</span>
                </Line>
              ) : null}
              {trimmed === "" ? (
                <Line value="new-entry" onSelect={() => go("/tracking?record=1")} icon={<Plus />}>
                  {t("line.newEntry")}
                </Line>
              ) : null}
              {pages.map((item) => (
                <Line
                  key={item.href}
                  value={item.href}
                  onSelect={() => go(item.href)}
                  icon={<item.icon />}
                >
                  {t(item.label)}
                </Line>
              ))}
              {matches(themeLabel, trimmed) ? (
                <Line
                  value="theme"
                  onSelect={() => {
                    setTheme(resolvedTheme === "dark" ? "light" : "dark");
                    onClose();
                  }}
                  icon={<Moon />}
                >
                  {themeLabel}
                </Line>
              ) : null}
            </Command.List>
            <p className="border-t border-line px-5 py-2.5 text-xs text-soft max-md:hidden">
              {t("line.keys")}
            </p>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type LineProps = {
  value: string;
  onSelect: () => void;
  icon?: ReactNode;
  children: ReactNode;
  disabled?: boolean;
  plain?: boolean;
};

function Line({ value, onSelect, icon, children, disabled = false, plain = false }: LineProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      disabled={disabled}
      className={
        plain
          ? "mb-1 cursor-pointer rounded-control outline-offset-1 data-[selected=true]:outline-2 data-[selected=true]:outline-accent"
          : "flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-3 data-[selected=true]:bg-ink/7 [&_svg]:size-4.5 [&_svg]:shrink-0 [&_svg]:text-soft"
      }
    >
      {icon}
      {children}
    </Command.Item>
  );
}
