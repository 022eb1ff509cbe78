import { execFileSync } from "node:child_process";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** A file system of its own that can be filled without harm to others. */
export type SmallDisk = { fill(): void; empty(): void; unmount(): void };

/** Mounts one in memory over a folder; undefined where an account may not. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | undefined {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "tmpfs", folder], {
      stdio: "ignore",
    });
  } catch {
    return undefined;
  }
  const ballast = join(folder, "ballast");
  return {
    fill() {
      const file = openSync(ballast, "w");
      try {
        for (const block of [1 << 20, 1 << 12]) {
          const bytes = Buffer.alloc(block, 1);
          try {
            while (writeSync(file, bytes) === block);
          } catch {
            // Full, as far as blocks of this size go.
          }
        }
      } finally {
        closeSync(file);
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    unmount: () => execFileSync("umount", ["-l", folder]),
  };
}
