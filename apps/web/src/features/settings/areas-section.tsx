"use client";
import { SelectField } from "@/components/ui/field.tsx";
import { Section } from "@/components/ui/page.tsx";
import { t } from "@/lib/t.ts";
import { useAction } from "@/trpc/use-action.ts";

import { AREAS } from "../goals/areas.ts";
import type { Me } from "./profile-section.tsx";

/** What each step weighs; 1 is where everybody begins. */
const STEPS = [
  { name: "none", weight: 0 },
  { name: "little", weight: 0.5 },
  { name: "even", weight: 1 },
  { name: "much", weight: 2 },
] as const;

/** The step that lies nearest to a stored weight. */
function stepOf(stored: number): (typeof STEPS)[number] {
  const distance = ({ weight }: { weight: number }): number => Math.abs(weight - stored);
  return STEPS.toSorted((a, b) => distance(a) - distance(b))[0] ?? STEPS[2];
}

/** How much each area of life weighs: in which order it is spoken of, and whether at all. */
export function AreasSection({ weights }: { weights: Me["preferences"]["areaWeights"] }) {
  const save = useAction({
    run: (client, areaWeights: Me["preferences"]["areaWeights"], call) =>
      client.account.updateProfile.mutate({ preferences: { areaWeights } }, call),
    touches: ["account", "dashboard"],
    done: () => t("settings.saved"),
  });
  return (
    <Section title={t("settings.areas")} aside={t("settings.areasNote")}>
      <div className="grid gap-4 sm:grid-cols-2">
        {AREAS.map((area) => (
          <SelectField
            key={area}
            label={t(`area.${area}`)}
            value={stepOf(weights[area]).name}
            options={STEPS.map(({ name }) => ({ value: name, label: t(`areaWeight.${name}`) }))}
            onChange={({ target }) => {
              const step = STEPS.find(({ name }) => name === target.value);
              if (step !== undefined) save.mutate({ ...weights, [area]: step.weight });
            }}
          />
        ))}
      </div>
    </Section>
  );
}
