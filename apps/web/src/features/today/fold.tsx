import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

type Props = {
  title: string;
  /** What is inside, in a line. */
  digest: ReactNode;
  onOpen?: () => void;
  open?: boolean;
  children: ReactNode;
};

/** A part of the page that is folded to its line until it is wanted. */
export function Fold({ title, digest, onOpen, open = false, children }: Props) {
  return (
    <details
      className="group/fold border-t border-line"
      {...(open ? { open } : {})}
      onToggle={(event) => {
        if (event.currentTarget.open) onOpen?.();
      }}
    >
      <summary className="-mx-2 grid min-h-14 cursor-pointer list-none items-center gap-x-8 rounded-sm px-2 py-3 hover:bg-ink/3 lg:grid-cols-[10.5rem_1fr] [&::-webkit-details-marker]:hidden">
        <h2 className="text-lg">{title}</h2>
        <span className="flex min-w-0 items-center justify-between gap-3">
          <span className="figures min-w-0 truncate text-soft group-open/fold:invisible">
            {digest}
          </span>
          <ChevronDown
            aria-hidden="true"
            className="size-5 shrink-0 text-soft transition-transform duration-150 group-open/fold:rotate-180 motion-reduce:transition-none"
          />
        </span>
      </summary>
      <div className="pb-7 lg:pl-[12.5rem]">{children}</div>
    </details>
  );
}
