let leaving = false;

/** Goes to the log-in when the session is over; drafts stay in this browser and the way back is kept. */
export function leaveForLogin(): void {
  const { pathname, search } = window.location;
  if (leaving || pathname.startsWith("/login") || pathname.startsWith("/sign-up")) return;
  leaving = true;
  const query = new URLSearchParams({ ended: "1", redirectTo: pathname + search });
  window.location.assign(`/login?${query.toString()}`);
}
