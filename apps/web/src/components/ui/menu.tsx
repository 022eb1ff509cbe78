"use client";
import { lazy, Suspense, useState, type ReactNode } from "react";

import { MenuButton } from "./menu-button.tsx";

export type MenuItem = { label: string; icon?: ReactNode; run: () => void; danger?: boolean };

export type MenuProps = {
  /** Names the button and, with it, the thing that the items act on. */
  label: string;
  items: readonly MenuItem[];
  className?: string;
};

const load = () => import("./menu-open.tsx");
const OpenMenu = lazy(() => load().then((module) => ({ default: module.OpenMenu })));

/** A button with three dots and behind it what can be done with one record; its code comes on demand. */
export function Menu(props: MenuProps) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <MenuButton
      label={props.label}
      className={props.className}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    />
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <OpenMenu {...props} />
    </Suspense>
  );
}
