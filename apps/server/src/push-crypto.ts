import {
  createCipheriv,
  createECDH,
  createPrivateKey,
  hkdfSync,
  randomBytes,
  sign,
  type ECDH,
} from "node:crypto";

/** An application server's key pair on P-256, raw and base64url, as browsers take it (RFC 8292). */
export type VapidKeys = { publicKey: string; privateKey: string };

/** Where a browser wants to be told, and the keys that only it can read with. */
export type Recipient = { p256dh: string; auth: string };

const CURVE = "prime256v1";
const RECORD_SIZE = 4096;
const bytes = (text: string): Buffer => Buffer.from(text, "base64url");

export function makeVapidKeys(): VapidKeys {
  const pair = createECDH(CURVE);
  pair.generateKeys();
  // Leading zeros are dropped by `getPrivateKey`, and keys have a fixed length.
  const secret = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32);
  return {
    publicKey: pair.getPublicKey("base64url", "uncompressed"),
    privateKey: secret.toString("base64url"),
  };
}

/**
 * Encrypts a message for one browser: one `aes128gcm` record (RFC 8291 and 8188).
 *
 * `once` is for tests with the RFC's own numbers; salt and key pair are new for every message otherwise.
 */
export function encryptFor(
  { p256dh, auth }: Recipient,
  message: string,
  once: { salt: Buffer; pair: ECDH } = { salt: randomBytes(16), pair: freshPair() },
): Buffer {
  const { salt, pair } = once;
  const theirs = bytes(p256dh);
  const ours = pair.getPublicKey();
  const shared = pair.computeSecret(theirs);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), theirs, ours]);
  const secret = Buffer.from(hkdfSync("sha256", shared, bytes(auth), info, 32));
  const derive = (label: string, length: number): Buffer =>
    Buffer.from(hkdfSync("sha256", secret, salt, `Content-Encoding: ${label}\0`, length));
  const cipher = createCipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12));
  const size = Buffer.alloc(4);
  size.writeUInt32BE(RECORD_SIZE);
  return Buffer.concat([
    salt,
    size,
    Buffer.from([ours.length]),
    ours,
    // The last record ends with the byte 2.
    cipher.update(Buffer.concat([Buffer.from(message), Buffer.from([2])])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

function freshPair(): ECDH {
  const pair = createECDH(CURVE);
  pair.generateKeys();
  return pair;
}

/** The `Authorization` of a push: a token for its service, good until `expires` (seconds), and our key. */
export function vapidAuthorization(
  { publicKey, privateKey }: VapidKeys,
  claims: { audience: string; subject: string; expires: number },
): string {
  const point = bytes(publicKey);
  const key = createPrivateKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      d: privateKey,
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33, 65).toString("base64url"),
    },
  });
  const { audience: aud, subject: sub, expires: exp } = claims;
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ typ: "JWT", alg: "ES256" })}.${part({ aud, exp, sub })}`;
  const signature = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
  return `vapid t=${signed}.${signature.toString("base64url")}, k=${publicKey}`;
}
