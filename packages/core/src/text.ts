/** The first characters of a text, at most `count` UTF-16 units, never half a surrogate pair. */
export function cutText(text: string, count: number): string {
  return text.slice(0, count).replace(/[\uD800-\uDBFF]$/, "");
}
