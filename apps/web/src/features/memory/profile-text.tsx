import { PencilLine } from "lucide-react";

import { t } from "@/lib/t.ts";

import { isList, textOf, type Profile, type ProfileField } from "./profile-fields.ts";

type Props = { profile: Profile; field: ProfileField; onEdit: () => void };

/** One passage of the profile: its name small above, its words in the notebook's hand. */
export function ProfileText({ profile, field, onEdit }: Props) {
  return (
    <div className="group/passage relative -mx-3 rounded-control px-3 py-2 hover:bg-ink/3">
      <h3 className="font-sans text-xs font-semibold tracking-normal text-soft">
        {t(`memory.field.${field}`)}
      </h3>
      <div className="pr-10 font-serif text-lg text-pretty whitespace-pre-line">
        {isList(field) ? (
          <ul className="flex flex-wrap gap-x-1.5">
            {profile[field].map((line, index) => (
              <li key={line.text}>
                {line.text}
                {line.source === "learned" ? (
                  <span className="ml-1.5 rounded-full bg-accent-wash px-1.5 font-sans text-xs text-accent">
                    {t("memory.learned")}
                  </span>
                ) : null}
                {index < profile[field].length - 1 ? (
                  <span aria-hidden="true" className="text-soft">
                    {" "}
                    ·
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        ) : (
          textOf(profile, field)
        )}
      </div>
      <button
        type="button"
        id={`profile-${field}`}
        aria-label={t("memory.edit", { field: t(`memory.field.${field}`).toLowerCase() })}
        onClick={onEdit}
        className="absolute inset-0 flex cursor-text items-start justify-end rounded-control p-3 text-soft"
      >
        <PencilLine
          aria-hidden="true"
          className="size-4 opacity-45 group-focus-within/passage:opacity-100 group-hover/passage:opacity-100"
        />
      </button>
    </div>
  );
}
