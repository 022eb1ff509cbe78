"use client";
import { Banknote, CreditCard, Landmark, X } from "lucide-react";

import { Button } from "@/components/ui/button.tsx";
import { TextField } from "@/components/ui/field.tsx";
import { t } from "@/lib/t.ts";

import type { Place, PlaceErrors } from "./money-draft.ts";

const ICONS = { checking: Landmark, card: CreditCard, cash: Banknote };

type Props = {
  place: Place;
  faults: PlaceErrors;
  onChange: (part: Partial<Place>) => void;
  onRemove: () => void;
};

/** One place of money with the few things it needs: a balance, or a card's days and limit. */
export function PlaceCard({ place, faults, onChange, onRemove }: Props) {
  const Icon = ICONS[place.kind];
  const field = (name: "name" | "balance" | "closingDay" | "dueDay" | "limit") => ({
    value: place[name],
    error: faults[name],
    autoComplete: "off",
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  return (
    <div className="relative grid gap-3 rounded-card border border-line bg-card p-4 pr-14">
      <div className="flex items-center gap-3">
        <Icon aria-hidden="true" className="mt-5 size-5 shrink-0 text-soft" />
        <TextField
          {...field("name")}
          className="flex-1"
          label={t("start.accountName")}
          maxLength={100}
          autoFocus={place.name === ""}
          readOnly={place.kind === "cash"}
        />
      </div>
      {place.kind === "card" ? (
        <div className="grid gap-3 pl-8 sm:grid-cols-3">
          <TextField
            {...field("closingDay")}
            label={t("start.closingDay")}
            inputMode="numeric"
            maxLength={2}
          />
          <TextField
            {...field("dueDay")}
            label={t("start.dueDay")}
            inputMode="numeric"
            maxLength={2}
          />
          <TextField
            {...field("limit")}
            label={t("start.limit")}
            inputMode="decimal"
            placeholder="0,00"
          />
        </div>
      ) : (
        <TextField
          {...field("balance")}
          className="pl-8"
          label={t("start.balance")}
          inputMode="decimal"
          placeholder="0,00"
        />
      )}
      <Button
        look="soft"
        size="iconSmall"
        className="absolute top-3 right-2"
        aria-label={t("start.removeAccount", { name: place.name })}
        onClick={onRemove}
      >
        <X aria-hidden="true" />
      </Button>
    </div>
  );
}
