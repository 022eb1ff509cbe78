import { addItem } from "@vida/core/memory/add";
import { forgetItem } from "@vida/core/memory/forget";
import { readItemHistory, readWhy } from "@vida/core/memory/history";
import { readProfile, updateMemoryProfile } from "@vida/core/memory/profile";
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
});
