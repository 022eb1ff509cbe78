"use client";
import Markdown, { sanitizer } from "markdown-to-jsx";
import { Component, type ComponentProps, type ReactNode } from "react";

import { t } from "@/lib/t.ts";

function SafeLink({ href, children }: ComponentProps<"a">) {
  const safe = href !== undefined && /^(https?:|mailto:|tel:)/i.test(href) ? sanitizer(href) : null;
  if (safe === null) return <span>{children}</span>;
  return (
    <a
      href={safe}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="font-medium text-accent underline decoration-accent/40 underline-offset-3 hover:decoration-accent"
    >
      {children}
    </a>
  );
}

/** An image would load from elsewhere by itself; it becomes a link that the person may follow. */
function ImageAsLink({ src, alt }: ComponentProps<"img">) {
  return (
    <SafeLink href={typeof src === "string" ? src : undefined}>
      {t("chat.image", { alt: alt ?? "" })}
    </SafeLink>
  );
}

function Table({ children }: { children?: ReactNode }) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t("chat.table")}>
      <table>{children}</table>
    </div>
  );
}

const OPTIONS = {
  disableParsingRawHTML: true,
  forceBlock: true,
  wrapper: "div",
  overrides: { a: SafeLink, img: ImageAsLink, table: Table, h1: "h3", h2: "h3", input: () => null },
} as const;

/** Half-written markdown must never take the page down; what cannot be read shows as it was written. */
class AsWritten extends Component<{ text: string; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override render(): ReactNode {
    return this.state.failed ? (
      <p className="whitespace-pre-wrap">{this.props.text}</p>
    ) : (
      this.props.children
    );
  }
}

export function SafeMarkdown({ text }: { text: string }) {
  return (
    <AsWritten text={text}>
      <Markdown options={OPTIONS} className="vida-prose">
        {text}
      </Markdown>
    </AsWritten>
  );
}
