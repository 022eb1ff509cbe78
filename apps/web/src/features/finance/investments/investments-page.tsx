export function InvestmentsPage() {
  return null;
}
