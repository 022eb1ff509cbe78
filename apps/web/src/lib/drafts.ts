import { readStored, writeStored } from "./storage.ts";

const drafts = new Map<string, string>();
const watchers = new Set<() => void>();

/** What the person was writing under a name; it survives reloads and the end of a session. */
export function readDraft(name: string): string {
  const known = drafts.get(name) ?? readStored(`draft:${name}`) ?? "";
  drafts.set(name, known);
  return known;
}

export function writeDraft(name: string, text: string): void {
  drafts.set(name, text);
  writeStored(`draft:${name}`, text);
  for (const watch of watchers) watch();
}

export function watchDrafts(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
