export function ReceivablesPage() {
  return null;
}
