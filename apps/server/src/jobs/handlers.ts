import type { JobHandlers } from "../job-runner.ts";
import type { JobDeps } from "../work.ts";
import { chatExpire } from "./chat-expire.ts";
import { makeChatRun } from "./chat-run.ts";
import { financeAhead } from "./finance-ahead.ts";
import { insightsCompute } from "./insights-compute.ts";
import { makeMemoryCompare } from "./memory-compare.ts";
import { makeMemoryConsolidate } from "./memory-consolidate.ts";
import { makeNoticesEmail } from "./notices-email.ts";
import { noticesMorning } from "./notices-morning.ts";
import { makeNoticesPush } from "./notices-push.ts";
import { noticesWeekly } from "./notices-weekly.ts";
import { remindersFire } from "./reminders-fire.ts";
import { makeUpkeepBackup } from "./upkeep-backup.ts";
import { upkeepPrune } from "./upkeep-prune.ts";
import { upkeepSweep } from "./upkeep-sweep.ts";

/** The handler of each job of the catalogue. */
export function makeHandlers(deps: JobDeps): JobHandlers {
  return {
    "chat.run": makeChatRun(deps),
    "chat.expire": chatExpire,
    "finance.ahead": financeAhead,
    "memory.consolidate": makeMemoryConsolidate(deps),
    "memory.compare": makeMemoryCompare(deps),
    "insights.compute": insightsCompute,
    "notices.morning": noticesMorning,
    "notices.weekly": noticesWeekly,
    "notices.push": makeNoticesPush(deps),
    "notices.email": makeNoticesEmail(deps),
    "reminders.fire": remindersFire,
    "upkeep.sweep": upkeepSweep,
    "upkeep.backup": makeUpkeepBackup(deps),
    "upkeep.prune": upkeepPrune,
  };
}
