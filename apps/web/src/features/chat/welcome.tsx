"use client";
import { Spinner } from "@/components/ui/button.tsx";
import { t } from "@/lib/t.ts";

const SUGGESTIONS = ["chat.suggest1", "chat.suggest2", "chat.suggest3", "chat.suggest4"] as const;

/** A page with nothing on it yet: what may be written here, as examples that fill the line. */
export function Welcome({
  onPick,
  starting,
  temporary,
  onTemporary,
}: {
  onPick: (text: string) => void;
  starting: boolean;
  temporary: boolean;
  onTemporary: (temporary: boolean) => void;
}) {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto grid min-h-full w-full max-w-[43rem] content-end gap-5 px-4 pt-10 pb-6 sm:px-6 md:content-center">
        {starting ? (
          <Spinner className="text-accent" />
        ) : (
          <>
            <div>
              <h1 className="text-2xl md:text-3xl">{t("chat.welcome")}</h1>
              <p className="mt-2 max-w-prose text-soft text-pretty">{t("chat.welcomeText")}</p>
            </div>
            <ul className="grid border-t border-line">
              {SUGGESTIONS.map((key) => (
                <li key={key} className="border-b border-line">
                  <button
                    type="button"
                    onClick={() => onPick(t(key))}
                    className="min-h-12 w-full rounded-sm px-1 py-2 text-left font-serif text-lg text-ink hover:bg-accent-wash hover:text-accent"
                  >
                    {t(key)}
                  </button>
                </li>
              ))}
            </ul>
            <div className="flex items-start gap-3">
              <input
                id="temporary"
                type="checkbox"
                checked={temporary}
                aria-describedby="temporary-means"
                onChange={(event) => onTemporary(event.target.checked)}
                className="mt-0.5 size-4.5 shrink-0 cursor-pointer accent-(--jabuticaba)"
              />
              <div>
                <label htmlFor="temporary" className="cursor-pointer font-medium">
                  {t("chat.temporary")}
                </label>
                <p id="temporary-means" className="text-xs text-soft">
                  {t("chat.temporaryText")}
                </p>
              </div>
            </div>
          </>
        )}
      </div>
    </div>
  );
}
