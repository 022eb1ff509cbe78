"use client";
import { NOTICE_KINDS } from "@vida/core/notifications/rules";
import { Check } from "lucide-react";

import { t } from "@/lib/t.ts";

import { kindName } from "../notifications/notice-words.ts";
import { useChoices, type Choices } from "./use-choices.ts";

const WAYS = [
  { way: "pushKinds", label: "noticeSettings.push" },
  { way: "emailKinds", label: "noticeSettings.email" },
] as const;

const without = (list: readonly string[], kind: string): string[] =>
  list.filter((other) => other !== kind);

/** Kind by kind and way by way; the app itself has every kind that is not muted. */
export function KindsTable({ choices, mail }: { choices: Choices; mail: boolean }) {
  const save = useChoices();
  const ways = WAYS.filter(({ way }) => way === "pushKinds" || mail);
  const set = (way: (typeof WAYS)[number]["way"], kind: string, on: boolean): void => {
    const rest = without(choices[way], kind);
    save.mutate({ [way]: on ? [...rest, kind] : rest });
  };
  return (
    <table className="w-full">
      <caption className="sr-only">{t("noticeSettings.table")}</caption>
      <thead>
        <tr className="text-xs text-soft">
          <th scope="col" className="pb-1 text-left font-semibold">
            {t("noticeSettings.kind")}
          </th>
          <th scope="col" className="pb-1 font-semibold">
            {t("noticeSettings.app")}
          </th>
          {ways.map(({ way, label }) => (
            <th key={way} scope="col" className="pb-1 font-semibold">
              {t(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {NOTICE_KINDS.map((kind) => {
          const muted = kind !== "reminder" && choices.mutedKinds.includes(kind);
          return (
            <tr key={kind} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">
                <span className="inline-block first-letter:uppercase">{kindName(kind)}</span>
              </th>
              <td className="text-center">
                {kind === "reminder" ? (
                  <Check
                    className="inline size-4 text-soft"
                    aria-label={t("noticeSettings.always")}
                  />
                ) : (
                  <Box
                    label={t("noticeSettings.inApp", { kind: kindName(kind) })}
                    checked={!muted}
                    onChange={(on) => {
                      const rest = without(choices.mutedKinds, kind);
                      save.mutate({ mutedKinds: on ? rest : [...rest, kind] });
                    }}
                  />
                )}
              </td>
              {ways.map(({ way, label }) => (
                <td key={way} className="text-center">
                  <Box
                    label={t("noticeSettings.by", { kind: kindName(kind), way: t(label) })}
                    checked={!muted && choices[way].includes(kind)}
                    disabled={muted}
                    onChange={(on) => set(way, kind, on)}
                  />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Box(props: {
  label: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label className="inline-grid min-h-11 min-w-11 cursor-pointer place-items-center md:min-h-9">
      <span className="sr-only">{props.label}</span>
      <input
        type="checkbox"
        className="size-4.5 cursor-pointer accent-accent disabled:opacity-40"
        checked={props.checked}
        disabled={props.disabled}
        onChange={({ target }) => props.onChange(target.checked)}
      />
    </label>
  );
}
