import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";

import { cn } from "@/lib/cn.ts";

const styles = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-control font-semibold whitespace-nowrap transition-colors duration-150 select-none disabled:pointer-events-none disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4.5 [&_svg]:shrink-0",
  {
    variants: {
      look: {
        primary: "bg-accent text-on-accent hover:bg-accent-hover",
        outline: "border border-edge/55 bg-card text-ink hover:border-edge hover:bg-sunk",
        quiet: "text-ink hover:bg-ink/6",
        soft: "text-soft hover:bg-ink/6 hover:text-ink",
        danger: "border border-urucum/45 bg-card text-urucum-ink hover:bg-urucum-wash",
      },
      size: {
        normal: "min-h-11 px-4 md:min-h-10",
        small: "min-h-11 px-3 text-xs md:min-h-8",
        icon: "size-11 md:size-10",
        iconSmall: "size-11 md:size-8",
      },
    },
    defaultVariants: { look: "outline", size: "normal" },
  },
);

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof styles> & { asChild?: boolean; busy?: boolean };

/** A button; `busy` keeps its width and says that work is going on. */
export function Button({
  look,
  size,
  className,
  asChild = false,
  busy = false,
  children,
  ...rest
}: ButtonProps) {
  if (asChild) {
    return (
      <Slot.Root className={cn(styles({ look, size }), className)} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      disabled={rest.disabled === true || busy}
      className={cn(styles({ look, size }), className)}
    >
      {busy ? <Spinner /> : null}
      {children}
    </button>
  );
}

export function Spinner({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "inline-block size-4 animate-spin rounded-full border-2 border-current border-r-transparent",
        className,
      )}
    />
  );
}
