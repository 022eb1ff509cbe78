"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";

import { Bone } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";
import { useTRPC, type Inputs } from "@/trpc/context.ts";
import { fieldErrors } from "@/trpc/errors.ts";
import { useAction } from "@/trpc/use-action.ts";

import { FocusStep } from "./focus-step.tsx";
import { MessageStep } from "./message-step.tsx";
import { MoneyStep } from "./money-step.tsx";
import { ProfileStep } from "./profile-step.tsx";
import { StartFrame } from "./start-frame.tsx";

const STEPS = ["profile", "focus", "money", "message"] as const;
export type Step = (typeof STEPS)[number];
type StepData = NonNullable<Inputs["account"]["completeOnboardingStep"]["data"]>;

const TITLES = {
  profile: ["start.nameTitle", "start.nameText"],
  focus: ["start.keepTitle", "start.keepText"],
  money: ["start.moneyTitle", "start.moneyText"],
  message: ["start.messageTitle", "start.messageText"],
} as const;

/** What each step gets: how to go on with what it asked, past it, and back. */
export type StepProps = {
  busy: boolean;
  wrong: Readonly<Record<string, readonly string[]>>;
  onNext: (data: StepData) => void;
  onSkip: () => void;
  onBack?: (() => void) | undefined;
};

/** The start in four steps, each of which can be passed over, and all of them left for later. */
export function StartPage() {
  const router = useRouter();
  const params = useSearchParams();
  const trpc = useTRPC();
  const state = useQuery(trpc.account.onboarding.queryOptions({}));
  const step = STEPS.find((one) => one === params.get("step")) ?? "profile";
  const at = STEPS.indexOf(step);
  const go = (next: number): void => {
    const target = STEPS[next];
    if (target !== undefined) router.push(`/start?step=${target}`);
  };
  const save = useAction({
    run: (client, data: StepData, call) =>
      client.account.completeOnboardingStep.mutate({ step, data }, call),
    touches: ["account", "accounts", "finance"],
    onDone: () => go(at + 1),
    onFailed: (error) => Object.keys(fieldErrors(error)).length > 0,
  });
  const finish = useAction({
    run: (client, _path: string, call) => client.account.finishOnboarding.mutate({}, call),
    touches: ["account"],
    onDone: (_output, path) => router.push(path),
  });
  const [title, text] = TITLES[step];
  const props: StepProps = {
    busy: save.isPending,
    wrong: fieldErrors(save.error),
    onNext: (data) => save.mutate(data),
    onSkip: () => go(at + 1),
    onBack: at === 0 ? undefined : () => go(at - 1),
  };
  return (
    <StartFrame
      step={at + 1}
      title={t(title)}
      text={t(text)}
      leaving={finish.isPending && step !== "message"}
      onLater={() => finish.mutate("/dashboard")}
    >
      {state.isPending ? <Bone className="h-48" /> : null}
      {state.isError ? <Failed error={state.error} retry={state.refetch} /> : null}
      {state.isSuccess ? (
        <div key={step}>
          {step === "profile" ? <ProfileStep {...props} known={state.data.data} /> : null}
          {step === "focus" ? <FocusStep {...props} keep={state.data.data.keep} /> : null}
          {step === "money" ? <MoneyStep {...props} /> : null}
          {step === "message" ? (
            <MessageStep
              keep={state.data.data.keep}
              busy={finish.isPending}
              onBack={props.onBack}
              onOpen={(path) => finish.mutate(path)}
            />
          ) : null}
        </div>
      ) : null}
    </StartFrame>
  );
}
