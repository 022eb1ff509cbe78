import { Ellipsis } from "lucide-react";

import { Button, type ButtonProps } from "./button.tsx";

type Props = Omit<ButtonProps, "className"> & { label: string; className?: string | undefined };

/** The three dots of a record's menu, with the record's name for those who do not see where they stand. */
export function MenuButton({ label, className, ...rest }: Props) {
  return (
    <Button
      look="soft"
      size="iconSmall"
      aria-label={label}
      aria-haspopup="menu"
      {...(className === undefined ? {} : { className })}
      {...rest}
    >
      <Ellipsis aria-hidden="true" />
    </Button>
  );
}
