import type { Ctx } from "../context.ts";
import { fail } from "../errors.ts";
import { toJson } from "../json.ts";
import { read, write } from "../operation.ts";
import { neverAgain } from "./forgotten.ts";
import {
  NoInput,
  PROFILE_LISTS,
  ProfileLists,
  ProfileView,
  UpdateMemoryProfileInput,
} from "./schemas.ts";

const EMPTY = {
  bio: null,
  occupation: null,
  familyContext: null,
  communicationStyle: null,
  feedbackPreferences: null,
  version: 0,
};

/** The compact profile; a person without one has an empty one. */
export async function profileOf(ctx: Ctx): Promise<ProfileView> {
  const row = await ctx.tx.memoryProfile.findFirst({ where: { userId: ctx.userId } });
  return ProfileView.parse({ ...(row ?? EMPTY), ...ProfileLists.parse(row?.lists ?? {}) });
}

export const readProfile = read({
  name: "memory.profile",
  input: NoInput,
  output: ProfileView,
  run: profileOf,
});

/**
 * Edits the profile. A list given is the person's word on it: lines that stay keep where they came from, new
 * ones are the person's, lines left out are gone and are not learnt again. An edit of an older version is `conflict`
 * (`memory.profileChanged`).
 */
export const updateMemoryProfile = write({
  name: "memory.updateProfile",
  input: UpdateMemoryProfileInput,
  output: ProfileView,
  touches: ["memory"],
  async run(ctx, input) {
    await ctx.tx.memoryProfile.createMany({
      data: { userId: ctx.userId, id: ctx.userId, version: 0, updatedAt: ctx.nowDate },
      skipDuplicates: true,
    });
    await ctx.tx
      .$executeRaw`select 1 from memory_profiles where user_id = ${ctx.userId}::uuid for update`;
    const current = await profileOf(ctx);
    if (input.version !== undefined && input.version !== current.version)
      fail("conflict", "memory.profileChanged", { version: current.version });
    const lists = Object.fromEntries(
      PROFILE_LISTS.map((list) => {
        const known = new Map(current[list].map((line) => [line.text, line]));
        return [
          list,
          input[list]?.map((text) => {
            const line = known.get(text);
            return line === undefined
              ? { text, source: "person", at: ctx.today, messageId: null, seen: true }
              : { ...line, seen: true };
          }) ?? current[list],
        ];
      }),
    );
    for (const list of PROFILE_LISTS) {
      const kept = input[list];
      const gone = current[list].filter(({ text }) => kept !== undefined && !kept.includes(text));
      for (const { text } of gone) await neverAgain(ctx, text);
    }
    const { bio, occupation, familyContext, communicationStyle, feedbackPreferences } = input;
    const texts = { bio, occupation, familyContext, communicationStyle, feedbackPreferences };
    const given = Object.fromEntries(
      Object.entries(texts).filter(([, value]) => value !== undefined),
    );
    await ctx.tx.memoryProfile.update({
      where: { userId_id: { userId: ctx.userId, id: ctx.userId } },
      data: {
        ...given,
        lists: toJson(lists),
        version: current.version + 1,
        updatedAt: ctx.nowDate,
      },
    });
    return profileOf(ctx);
  },
  trail: () => "Perfil da memória alterado",
});
