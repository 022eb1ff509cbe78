import { readMe } from "@vida/core/account/me";
import { updateProfile } from "@vida/core/account/update-profile";
import { mutation, publicProcedure, query, router } from "../trpc.ts";

export const accountRouter = router({
  instance: publicProcedure.query(({ ctx }) => ctx.instance()),
  me: query(readMe),
  updateProfile: mutation(updateProfile),
});
