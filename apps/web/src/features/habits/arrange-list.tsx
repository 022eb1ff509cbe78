"use client";
import { GripVertical } from "lucide-react";
import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";

import { cn } from "@/lib/cn.ts";
import { t } from "@/lib/t.ts";

import type { HabitOnDay } from "./habit-words.ts";
import { moveItem } from "./move-item.ts";

type Drag = { index: number; startY: number; offset: number; height: number };

type Props = { habits: readonly HabitOnDay[]; onMove: (habits: HabitOnDay[]) => void };

/** Habits with a handle each: dragged with a finger or the mouse, moved with the arrow keys. */
export function ArrangeList({ habits, onMove }: Props) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const target = drag === null ? -1 : placeOf(drag, habits.length);

  const move = (from: number, to: number): void => {
    const habit = habits[from];
    if (habit === undefined || to === from || to < 0 || to >= habits.length) return;
    onMove(moveItem(habits, from, to));
    setSaid(t("habits.moved", { name: habit.name, place: to + 1, total: habits.length }));
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(index, index + step);
  };
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>, index: number): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const height = list.current?.children[index]?.clientHeight ?? 56;
    setDrag({ index, startY: event.clientY, offset: 0, height });
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (drag !== null) setDrag({ ...drag, offset: event.clientY - drag.startY });
  };
  const drop = (): void => {
    if (drag !== null) move(drag.index, target);
    setDrag(null);
  };
  return (
    <>
      <ul ref={list} className="lg:-mt-2">
        {habits.map((habit, index) => (
          <li
            key={habit.id}
            style={
              drag === null
                ? undefined
                : { transform: `translateY(${shiftOf(index, drag, target)}px)` }
            }
            className={cn(
              "flex min-h-14 items-center gap-2 border-b border-line bg-paper",
              drag?.index === index &&
                "relative z-10 rounded-control border-transparent bg-card shadow-over",
              drag !== null && drag.index !== index && "transition-transform duration-150",
            )}
          >
            <button
              type="button"
              aria-label={t("habits.handle", { name: habit.name })}
              onKeyDown={(event) => onKeyDown(event, index)}
              onPointerDown={(event) => onPointerDown(event, index)}
              onPointerMove={onPointerMove}
              onPointerUp={drop}
              onPointerCancel={() => setDrag(null)}
              className="grid size-11 shrink-0 cursor-grab touch-none place-items-center rounded-control text-soft hover:bg-ink/6 hover:text-ink active:cursor-grabbing"
            >
              <GripVertical aria-hidden="true" className="size-5" />
            </button>
            <span aria-hidden="true" className="w-7 text-center">
              {habit.icon}
            </span>
            <span className="min-w-0 truncate text-lg select-none">{habit.name}</span>
          </li>
        ))}
      </ul>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </>
  );
}

function placeOf({ index, offset, height }: Drag, count: number): number {
  return Math.max(0, Math.min(count - 1, index + Math.round(offset / height)));
}

function shiftOf(index: number, drag: Drag, target: number): number {
  if (index === drag.index) return drag.offset;
  if (index > drag.index && index <= target) return -drag.height;
  if (index < drag.index && index >= target) return drag.height;
  return 0;
}
