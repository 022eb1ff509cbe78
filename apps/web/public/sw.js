// Shows what Vida tells when no page is open, and opens the page it is about. It keeps no copies of pages.

const PAGES = {
  reminders: () => "/reminders",
  bills: () => "/finance/payables",
  debts: () => "/finance/debts",
  accounts: () => "/finance/cards",
  goals: (id) => `/goals?g=${id}`,
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  const notice = event.data?.json() ?? {};
  const page = PAGES[notice.record?.table]?.(notice.record.id) ?? "/notifications";
  event.waitUntil(
    self.registration.showNotification(notice.title ?? "Vida", {
      body: notice.body ?? "",
      // The same notice sent twice shows once.
      tag: notice.id,
      icon: "/icon-192.png",
      badge: "/icon-badge.png",
      lang: "pt-BR",
      data: { page },
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { page } = event.notification.data;
  event.waitUntil(
    self.clients.matchAll({ type: "window", includeUncontrolled: true }).then(async (tabs) => {
      const [tab] = tabs;
      if (tab === undefined) return self.clients.openWindow(page);
      await tab.focus();
      return tab.navigate(page);
    }),
  );
});
