import { createECDH, createPublicKey, verify } from "node:crypto";

import { expect, test } from "vitest";

import { encryptFor, makeVapidKeys, vapidAuthorization } from "./push-crypto.ts";

test("encrypts the example of RFC 8291, appendix A, to its very bytes", () => {
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(Buffer.from("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw", "base64url"));
  const salt = Buffer.from("DGv6ra1nlYgDCS1FRnbzlw", "base64url");
  const browser = {
    p256dh:
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    auth: "BTBZMqHH6r4Tts7J_aSIgg",
  };
  const message = "When I grow up, I want to be a watermelon";
  expect(encryptFor(browser, message, { salt, pair }).toString("base64url")).toBe(
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tlz" +
      "AC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
  );
});

test("signs for one service until a moment, and the key beside it proves it", () => {
  const keys = makeVapidKeys();
  const claims = {
    audience: "https://push.example",
    subject: "mailto:a@b.c",
    expires: 1_800_000_000,
  };
  const [, token = "", key = ""] =
    /^vapid t=(\S+), k=(\S+)$/.exec(vapidAuthorization(keys, claims)) ?? [];
  const [header = "", body = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const publicKey = createPublicKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    },
  });
  expect(
    verify(
      "sha256",
      Buffer.from(`${header}.${body}`),
      { key: publicKey, dsaEncoding: "ieee-p1363" },
      Buffer.from(signature, "base64url"),
    ),
  ).toBe(true);
  expect(JSON.parse(Buffer.from(body, "base64url").toString())).toEqual({
    aud: "https://push.example",
    exp: 1_800_000_000,
    sub: "mailto:a@b.c",
  });
});

test("makes keys of the length that browsers take", () => {
  const { publicKey, privateKey } = makeVapidKeys();
  expect(Buffer.from(publicKey, "base64url")).toHaveLength(65);
  expect(Buffer.from(privateKey, "base64url")).toHaveLength(32);
});
