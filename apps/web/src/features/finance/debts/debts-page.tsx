export function DebtsPage() {
  return null;
}
