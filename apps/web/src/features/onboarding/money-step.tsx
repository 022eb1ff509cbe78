"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { Choices } from "@/components/ui/choices.tsx";
import { newId } from "@/lib/new-id.ts";
import { t } from "@/lib/t.ts";
import { useTRPC } from "@/trpc/context.ts";
import { useAction } from "@/trpc/use-action.ts";

import { parseAmount } from "../finance/kit/amounts.ts";
import {
  accountsOf,
  BANKS,
  cardName,
  faultsOf,
  fitting,
  MEANS,
  meantPlace,
  newPlace,
  type Meant,
  type Place,
} from "./money-draft.ts";
import { PlaceCard } from "./place-card.tsx";
import { StepButtons } from "./start-frame.tsx";
import type { StepProps } from "./start-page.tsx";

/** Where the money is: banks, cards and cash as chips, each with what it needs to start right. */
export function MoneyStep({ busy, onNext, onSkip, onBack }: StepProps) {
  const trpc = useTRPC();
  const known = useQuery(trpc.accounts.list.queryOptions({}));
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const [meant, setMeant] = useState<Meant>({});
  const [tried, setTried] = useState(false);
  const wallet = known.data?.items.find(({ kind }) => kind === "cash");
  const others = (known.data?.items ?? []).filter(({ kind }) => kind !== "cash");

  const setWallet = useAction({
    run: (client, input: { accountId: string; openingBalance: string }, call) =>
      client.accounts.update.mutate(input, call),
    touches: ["accounts", "finance"],
  });
  const add = (kind: Place["kind"], name: string): void =>
    setPlaces([...places, newPlace(newId(), kind, name)]);
  const change = (key: string, part: Partial<Place>): void =>
    setPlaces(places.map((place) => (place.key === key ? { ...place, ...part } : place)));
  const has = (name: string): boolean =>
    [...places, ...others].some((place) => place.name === name);

  const submit = async (form: HTMLFormElement): Promise<void> => {
    setTried(true);
    if (places.some((place) => Object.keys(faultsOf(place)).length > 0)) {
      requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    const cash = places.find(({ kind }) => kind === "cash");
    const openingBalance = parseAmount(cash?.balance ?? "");
    if (wallet !== undefined && openingBalance !== null)
      await setWallet.mutateAsync({ accountId: wallet.id, openingBalance });
    onNext({ accounts: accountsOf(places, meant) });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget).catch(() => {});
      }}
    >
      <div className="grid gap-6">
        {others.length === 0 ? null : (
          <p className="rounded-control bg-folha-wash px-4 py-2.5 text-folha-ink">
            {t("start.already", { names: others.map(({ name }) => name).join(", ") })}
          </p>
        )}
        <AddChips
          label={t("start.banks")}
          names={BANKS.filter((bank) => !has(bank))}
          more={t("start.otherBank")}
          onAdd={(name) => add("checking", name)}
        />
        <AddChips
          label={t("start.cards")}
          names={[]}
          more={t("start.card")}
          onAdd={() => add("card", cardName(places))}
        />
        {wallet === undefined || places.some(({ kind }) => kind === "cash") ? null : (
          <AddChips
            label={t("start.wallet")}
            names={[]}
            more={t("start.cash")}
            onAdd={() => add("cash", wallet.name)}
          />
        )}
        {places.length === 0 ? null : (
          <ul className="grid gap-3">
            {places.map((place) => (
              <li key={place.key}>
                <PlaceCard
                  place={place}
                  faults={tried ? faultsOf(place) : {}}
                  onChange={(part) => change(place.key, part)}
                  onRemove={() => setPlaces(places.filter(({ key }) => key !== place.key))}
                />
              </li>
            ))}
          </ul>
        )}
        <MeantChoices places={places} meant={meant} onChange={setMeant} />
      </div>
      <StepButtons busy={busy || setWallet.isPending} onSkip={onSkip} onBack={onBack} />
    </form>
  );
}

function AddChips({
  label,
  names,
  more,
  onAdd,
}: {
  label: string;
  names: readonly string[];
  more: string;
  onAdd: (name: string) => void;
}) {
  return (
    <div role="group" aria-label={label}>
      <p aria-hidden="true" className="mb-2 text-xs font-semibold text-soft">
        {label}
      </p>
      <div className="flex flex-wrap gap-2">
        {names.map((name) => (
          <Button key={name} size="small" className="rounded-full" onClick={() => onAdd(name)}>
            {name}
          </Button>
        ))}
        <Button
          size="small"
          look="soft"
          className="rounded-full border border-dashed border-edge/70"
          onClick={() => onAdd("")}
        >
          <Plus aria-hidden="true" />
          {more}
        </Button>
      </div>
    </div>
  );
}

const WORDS = { debit: "start.debit", pix: "start.pix", credit: "start.credit" } as const;

type MeantProps = { places: readonly Place[]; meant: Meant; onChange: (meant: Meant) => void };

/** Which account or card a word means; asked only where there is something to choose. */
function MeantChoices({ places, meant, onChange }: MeantProps) {
  const asked = MEANS.filter((means) => meantPlace(places, meant, means) !== undefined);
  if (asked.length === 0) return null;
  return (
    <div className="grid gap-4 border-t border-line pt-5">
      <p className="font-serif text-lg">{t("start.meant")}</p>
      {asked.map((means) => (
        <Choices
          key={means}
          label={t(WORDS[means])}
          value={meantPlace(places, meant, means)?.key ?? null}
          options={fitting(places, means).map(({ key, name }) => ({
            value: key,
            label: name === "" ? "…" : name,
          }))}
          onChange={(key) => onChange({ ...meant, [means]: key })}
        />
      ))}
    </div>
  );
}
