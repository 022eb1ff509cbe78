/** Who answers. A message may belong to several. */
export type AgentName = "tracking" | "finance" | "memory" | "wellbeing" | "general";

export type WriteTool =
  | "record_metric"
  | "update_metric"
  | "delete_metric"
  | "manage_custom_metrics"
  | "record_habit"
  | "create_habit"
  | "update_habit"
  | "uncomplete_habit"
  | "create_goal"
  | "update_goal_progress"
  | "update_goal"
  | "delete_goal"
  | "record_transaction"
  | "update_transaction"
  | "delete_transaction"
  | "manage_categories"
  | "plan_expense"
  | "create_bill"
  | "mark_bill_paid"
  | "update_bill"
  | "delete_bill"
  | "mark_income_received"
  | "create_income"
  | "create_debt"
  | "pay_installments"
  | "update_investment"
  | "create_account"
  | "pay_statement"
  | "add_knowledge"
  | "forget_knowledge"
  | "create_reminder"
  | "update_reminder"
  | "delete_reminder"
  | "undo_last";

export type ReadTool =
  | "get_history"
  | "get_stats"
  | "get_habits"
  | "get_goals"
  | "get_balance"
  | "get_finance_summary"
  | "get_transactions"
  | "get_bills"
  | "get_pending_bills"
  | "get_expenses"
  | "get_incomes"
  | "get_investments"
  | "get_debt_progress"
  | "get_debt_payment_history"
  | "get_upcoming_installments"
  | "get_statement"
  | "get_payables"
  | "get_forecast"
  | "search_knowledge"
  | "analyze_context"
  | "get_reminders";

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Arguments of a tool in the wire types of the contract: camelCase, canonical units, resolved ids. */
export type ToolArgs = { readonly [key: string]: Json };

/** A civil day `YYYY-MM-DD`. */
export type Day = string;
/** A month `YYYY-MM`. */
export type Month = string;
/** A wall time `YYYY-MM-DDTHH:MM`. */
export type WallTime = string;

export type MetricType = "weight" | "water" | "sleep" | "exercise" | "mood" | "energy" | "custom";
export type AccountKind = "cash" | "checking" | "savings" | "card";
export type PaymentMeans = "debit" | "pix" | "credit" | "cash";

/** The person's own things, as far as they are known. Everything may be missing or empty. */
export type Lexicon = {
  readonly habits?: readonly {
    id: string;
    name: string;
    target?: { value: number; unit: string } | null;
    doneDays?: readonly Day[];
  }[];
  readonly metrics?: readonly { id: string; name: string; unit: string }[];
  readonly bills?: readonly {
    id: string;
    name: string;
    amount?: string;
    dueDay?: number;
    month?: Month;
    status?: string;
    categoryKey?: string;
  }[];
  /** Planned variable expenses. */
  readonly expenses?: readonly {
    id: string;
    name: string;
    planned?: string;
    month?: Month;
    categoryKey?: string;
  }[];
  readonly incomes?: readonly {
    id: string;
    name: string;
    kind?: string;
    expected?: string;
    month?: Month;
    received?: boolean;
  }[];
  readonly debts?: readonly {
    id: string;
    name: string;
    creditor?: string | null;
    installments?: number | null;
    installmentAmount?: string | null;
    nextInstallment?: number | null;
    status?: string;
  }[];
  readonly investments?: readonly {
    id: string;
    name: string;
    type?: string;
    currentAmount?: string;
  }[];
  readonly accounts?: readonly {
    id: string;
    name: string;
    kind: AccountKind;
    isDefault?: boolean;
    meantBy?: readonly PaymentMeans[];
    closingDay?: number | null;
    dueDay?: number | null;
  }[];
  readonly categories?: readonly {
    key: string;
    name: string;
    kind: "expense" | "income";
    parentKey?: string | null;
  }[];
  readonly goals?: readonly {
    id: string;
    title: string;
    unit?: string;
    targetValue?: number;
    currentValue?: number;
  }[];
  readonly reminders?: readonly { id: string; title: string; remindAt?: WallTime }[];
  readonly memories?: readonly { id: string; content: string; title?: string | null }[];
  /** Recent tracking entries, newest first. */
  readonly entries?: readonly {
    id: string;
    type: MetricType;
    value: number;
    unit?: string | null;
    day: Day;
    metricId?: string | null;
  }[];
  /** Recent transactions, newest first. */
  readonly transactions?: readonly {
    id: string;
    description: string;
    amount: string;
    day: Day;
    kind?: "expense" | "income" | "transfer";
    categoryKey?: string | null;
  }[];
  /** What corrections taught: the next default of a description. */
  readonly learned?: readonly { description: string; categoryKey?: string; accountId?: string }[];
  /** Vessels in ml. */
  readonly measures?: { readonly glass?: number; readonly cup?: number; readonly bottle?: number };
};

/** One proposed write. Nothing happens before the person's decision. */
export type Proposal = {
  readonly tool: WriteTool;
  readonly args: ToolArgs;
  /** What the card must say besides the values, in pt-BR ("copo de 200 ml"). */
  readonly warnings: readonly string[];
};

export type Read = { readonly tool: ReadTool; readonly args: ToolArgs };

export type AskOption = { readonly label: string; readonly value: Json };

/** A question back. Given as `context.lastQuestion` with the next message, the answer completes the draft. */
export type Ask = {
  /** The argument that is missing (`debtId`, `amount`, `value`, `day`, …) or `what` when nothing is known. */
  readonly slot: string;
  /** The question in pt-BR, options named in it. */
  readonly text: string;
  readonly options: readonly AskOption[];
  readonly draft?: { readonly tool: WriteTool; readonly args: ToolArgs };
};

export type OpenAction = {
  readonly actionId: string;
  readonly tool: WriteTool;
  readonly args: ToolArgs;
  readonly title?: string;
};
export type OpenCard = { readonly confirmationId: string; readonly actions: readonly OpenAction[] };

/** What went before in the conversation, for follow-ups. */
export type Context = {
  readonly openCards?: readonly OpenCard[];
  readonly lastQuestion?: Ask;
  /** Writes confirmed last in this conversation; `entryId` and the like inside `result` when known. */
  readonly lastWrites?: readonly {
    readonly tool: WriteTool;
    readonly args: ToolArgs;
    readonly id?: string;
  }[];
  readonly lastRead?: Read;
  readonly agent?: AgentName;
};

export type Options = {
  readonly today: Day;
  readonly now: WallTime;
  readonly context?: Context;
};

/** A verdict on open cards, by rule on the person's own words. */
export type Decision = {
  /** `which`: a yes or no that does not tell which card is meant. `correct`: new values are in `writes`, the old card is superseded. */
  readonly verdict: "confirm" | "reject" | "mixed" | "correct" | "which";
  readonly confirmationId?: string;
  readonly decisions: readonly {
    readonly actionId: string;
    readonly verdict: "confirm" | "reject";
  }[];
};

export type UnderstandingKind =
  | "actions"
  | "question"
  | "ask"
  | "decision"
  | "smalltalk"
  | "feelings"
  | "crisis"
  | "refusal"
  | "unknown";

export type Understanding = {
  /** The leading kind; `writes` and `reads` may both be filled when a message does two things. */
  readonly kind: UnderstandingKind;
  readonly agents: readonly AgentName[];
  readonly writes: readonly Proposal[];
  readonly reads: readonly Read[];
  readonly ask?: Ask;
  readonly decision?: Decision;
  /** Why nothing is written: `negated`, `hypothetical`, `future`, `third_person`, `general_knowledge`, `bare_number`, … */
  readonly reason?: string;
  readonly crisis?: "self_harm" | "violence";
  /** Kind of small talk: `greeting`, `thanks`, `farewell`, `how_are_you`, `help`, `who_are_you`, `laugh`, `ack`. */
  readonly smalltalk?: string;
  /** `certain`: the grammar consumed the whole message, so no model is needed. */
  readonly certainty: "certain" | "likely" | "none";
  /** What the grammar did not consume, in the person's own words. */
  readonly residue: string;
};
