import { expect, test } from "vitest";

import { deviceName } from "./device-name.ts";

test("a session is named by browser and system", () => {
  expect(
    deviceName(
      "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36",
    ),
  ).toBe("Chrome no Android");
  expect(
    deviceName(
      "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0",
    ),
  ).toBe("Edge no Windows");
  expect(deviceName("curl/8")).toBe("Aparelho desconhecido");
});
