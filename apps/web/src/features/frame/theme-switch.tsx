"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";

import { t } from "@/lib/t.ts";

const ORDER = ["system", "light", "dark"] as const;
type Theme = (typeof ORDER)[number];
const ICONS = { system: Monitor, light: Sun, dark: Moon };

const never = () => () => {};

/** One button that walks through system, light and dark, and says which one holds. */
export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  const mounted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const current: Theme = mounted ? (ORDER.find((name) => name === theme) ?? "system") : "system";
  const next = ORDER[(ORDER.indexOf(current) + 1) % ORDER.length] ?? "system";
  const Icon = ICONS[current];
  const label = t("theme.switch", { current: t(`theme.${current}`), next: t(`theme.${next}`) });
  return (
    <button
      type="button"
      onClick={() => setTheme(next)}
      aria-label={label}
      title={label}
      className="grid size-11 place-items-center rounded-control text-soft hover:bg-ink/6 hover:text-ink md:size-10"
    >
      <Icon aria-hidden="true" className="size-4.5" />
    </button>
  );
}
