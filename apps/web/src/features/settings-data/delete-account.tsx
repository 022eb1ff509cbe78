"use client";
import { Trash2 } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button.tsx";
import { TextField } from "@/components/ui/field.tsx";
import { Sheet } from "@/components/ui/sheet.tsx";
import { t } from "@/lib/t.ts";
import { fieldErrors } from "@/trpc/errors.ts";
import { useAction } from "@/trpc/use-action.ts";

/** The end of the account; asked for once more, with the e-mail typed by hand. */
export function DeleteAccount({ email }: { email: string }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="min-w-52 flex-1 text-soft">{t("data.deleteText")}</p>
      <Button look="danger" onClick={() => setOpen(true)}>
        <Trash2 aria-hidden="true" />
        {t("data.delete")}
      </Button>
      <Sheet
        open={open}
        onOpenChange={setOpen}
        title={t("data.deleteTitle")}
        description={t("data.deleteText")}
      >
        <Confirm email={email} onLeave={() => setOpen(false)} />
      </Sheet>
    </div>
  );
}

function Confirm({ email, onLeave }: { email: string; onLeave: () => void }) {
  const [typed, setTyped] = useState("");
  const remove = useAction({
    run: (client, confirmEmail: string) => client.account.deleteAccount.mutate({ confirmEmail }),
    touches: [],
    onDone: () => window.location.assign("/login"),
    onFailed: (error) => Object.keys(fieldErrors(error)).length > 0,
  });
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== "") remove.mutate(typed.trim());
      }}
    >
      <TextField
        label={t("data.deleteConfirm", { email })}
        type="email"
        value={typed}
        autoComplete="off"
        error={fieldErrors(remove.error)["confirmEmail"]?.[0]}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button autoFocus onClick={onLeave}>
          {t("data.keep")}
        </Button>
        <Button
          type="submit"
          look="danger"
          busy={remove.isPending || remove.isSuccess}
          disabled={typed.trim().toLowerCase() !== email.toLowerCase()}
        >
          {t("data.deleteDo")}
        </Button>
      </div>
    </form>
  );
}
