import { deleteAccount } from "@vida/core/account/delete-account";
import { exportData } from "@vida/core/account/export-data";
import { importData } from "@vida/core/account/import-data";
import { readMe } from "@vida/core/account/me";
import {
  completeOnboardingStep,
  finishOnboarding,
  readOnboarding,
} from "@vida/core/account/onboarding";
import { DeleteAccountInput } from "@vida/core/account/schemas";
import { updateProfile } from "@vida/core/account/update-profile";

import {
  mutation,
  personProcedure,
  publicProcedure,
  query,
  router,
  spent,
  typed,
} from "../trpc.ts";

export const accountRouter = router({
  instance: publicProcedure.query(({ ctx }) => ctx.instance()),
  me: query(readMe),
  updateProfile: mutation(updateProfile),
  onboarding: query(readOnboarding),
  completeOnboardingStep: mutation(completeOnboardingStep),
  finishOnboarding: mutation(finishOnboarding),
  exportData: spent("export", exportData),
  importData: spent("export", importData),
  /** Also takes the log-in, which no operation can reach. */
  deleteAccount: personProcedure
    .input(typed(DeleteAccountInput))
    .mutation(({ ctx, input }) => deleteAccount(ctx.services, ctx.person.userId, input)),
});
