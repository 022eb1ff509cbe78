import { cn } from "@/lib/cn.ts";

import { isNegative } from "./amounts.ts";

type Props = { amount: string; currency: string; className?: string; sign?: boolean };

/** Money in a line of text or a column: tabular, never broken. */
export function Sum({ amount, currency, className, sign = false }: Props) {
  return (
    <span className={cn("figures whitespace-nowrap", className)}>
      {sign && !isNegative(amount) ? "+" : ""}
      {exactMoney(amount, currency)}
    </span>
  );
}

/** Money as a page's figure: the serif, with the centavos a step back. */
export function BigSum({ amount, currency, className }: Omit<Props, "sign">) {
  const parts = formatter(currency).formatToParts(numeric(amount));
  const places = parts.findIndex((part) => part.type === "decimal");
  const whole = parts.slice(0, places < 0 ? undefined : places);
  const cents = places < 0 ? [] : parts.slice(places);
  return (
    <span className={cn("figure-big whitespace-nowrap", className)}>
      {whole.map((part, index) =>
        part.type === "currency" ? (
          <span key={index} className="mr-[0.06em] text-[0.66em] text-soft">
            {part.value}
          </span>
        ) : (
          part.value
        ),
      )}
      {cents.length === 0 ? null : (
        <span className="text-[0.66em]">{cents.map((part) => part.value).join("")}</span>
      )}
    </span>
  );
}

/** `R$ 1.234.567,89`, exact to the last centavo. */
export function exactMoney(amount: string, currency: string): string {
  return formatter(currency).format(numeric(amount)).replace("-", "−");
}

function formatter(currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat("pt-BR", { style: "currency", currency });
}

/** Intl takes a decimal string as it is, without rounding it to a float. */
function numeric(amount: string): Intl.StringNumericLiteral {
  return isNumeric(amount) ? amount : "0";
}

function isNumeric(amount: string): amount is Intl.StringNumericLiteral {
  return /^-?\d+(\.\d+)?$/.test(amount);
}
