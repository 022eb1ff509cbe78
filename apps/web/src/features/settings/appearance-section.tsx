"use client";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";

import { Section } from "@/components/ui/page.tsx";
import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

const THEMES = ["system", "light", "dark"] as const;
const never = () => () => {};

export function AppearanceSection() {
  const { theme, setTheme } = useTheme();
  const mounted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Section title={t("theme.name")}>
      <div
        role="radiogroup"
        aria-label={t("theme.name")}
        className="inline-flex rounded-control border border-line bg-card p-0.5"
      >
        {THEMES.map((name) => {
          const chosen = mounted && (theme ?? "system") === name;
          return (
            <label
              key={name}
              className={cn(
                "relative grid min-h-11 cursor-pointer place-items-center rounded-lg px-4 has-focus-visible:outline-2 has-focus-visible:outline-accent md:min-h-9",
                chosen ? "bg-accent-wash font-semibold text-accent" : "text-soft hover:text-ink",
              )}
            >
              <input
                type="radio"
                name="theme"
                checked={chosen}
                onChange={() => setTheme(name)}
                className="absolute inset-0 cursor-pointer appearance-none outline-none"
              />
              <span className="first-letter:uppercase">{t(`theme.${name}`)}</span>
            </label>
          );
        })}
      </div>
    </Section>
  );
}
