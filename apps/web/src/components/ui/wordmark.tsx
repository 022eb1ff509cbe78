import { cn } from "@/lib/cn.ts";

/** "Vida" with an ipê blossom for the dot of its i. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <span
      role="img"
      aria-label="Vida"
      className={cn("inline-flex font-serif leading-none font-[520] tracking-[-0.03em]", className)}
    >
      <span aria-hidden="true">V</span>
      <span aria-hidden="true" className="relative">
        ı
        <span className="absolute top-[0.08em] left-1/2 size-[0.2em] -translate-x-1/2 rounded-full bg-ipe" />
      </span>
      <span aria-hidden="true">da</span>
    </span>
  );
}
