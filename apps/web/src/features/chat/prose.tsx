"use client";
import { lazy, Suspense } from "react";

const Markdown = lazy(() =>
  import("./markdown.tsx").then((module) => ({ default: module.SafeMarkdown })),
);

const MARKS = /[*_`#[\]>|~]|^\s*(?:[-+]|\d+\.)\s/m;

/** The assistant's words. Text without any mark of markdown needs no renderer and gets none. */
export function Prose({ text }: { text: string }) {
  const plain = <p className="whitespace-pre-wrap text-pretty [overflow-wrap:anywhere]">{text}</p>;
  if (!MARKS.test(text)) return plain;
  return (
    <Suspense fallback={plain}>
      <Markdown text={text} />
    </Suspense>
  );
}
