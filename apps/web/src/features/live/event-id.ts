/** Compares two event ids; they are positive integers of any size, written in decimals. */
export function isLater(id: string, than: string): boolean {
  return id.length === than.length ? id > than : id.length > than.length;
}
