import { addItem } from "@vida/core/memory/add";
import { forgetItem } from "@vida/core/memory/forget";
import { readItemHistory, readWhy } from "@vida/core/memory/history";
import { markSeen, readNight, unlearn } from "@vida/core/memory/night";
import { readProfile, updateMemoryProfile } from "@vida/core/memory/profile";
import { answerQuestion, listQuestions } from "@vida/core/memory/questions";
import { searchItems } from "@vida/core/memory/search";
import { updateItem, validateItem } from "@vida/core/memory/update";

import { mutation, query, router } from "../trpc.ts";

export const memoryRouter = router({
  profile: query(readProfile),
  updateProfile: mutation(updateMemoryProfile),
  search: query(searchItems),
  add: mutation(addItem),
  update: mutation(updateItem),
  validate: mutation(validateItem),
  forget: mutation(forgetItem),
  history: query(readItemHistory),
  why: query(readWhy),
  night: query(readNight),
  seen: mutation(markSeen),
  unlearn: mutation(unlearn),
  questions: query(listQuestions),
  answerQuestion: mutation(answerQuestion),
});
