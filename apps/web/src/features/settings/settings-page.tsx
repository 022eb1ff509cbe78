"use client";
import { Page } from "@/components/ui/page.tsx";
import { Bone } from "@/components/ui/skeleton.tsx";
import { Failed } from "@/components/ui/states.tsx";
import { t } from "@/lib/t.ts";

import { useMe } from "../account/use-me.ts";
import { DataSection } from "../settings-data/data-section.tsx";
import { NoticesSection } from "../settings-notices/notices-section.tsx";
import { OperatorSection } from "../settings-operator/operator-section.tsx";
import { AppearanceSection } from "./appearance-section.tsx";
import { AreasSection } from "./areas-section.tsx";
import { EmailSection } from "./email-section.tsx";
import { GoalsSection } from "./goals-section.tsx";
import { ModelSection } from "./model-section.tsx";
import { PasswordSection } from "./password-section.tsx";
import { ProfileSection } from "./profile-section.tsx";
import { RulesSection } from "./rules-section.tsx";
import { SessionsSection } from "./sessions-section.tsx";

/** Ajustes: who the person is, what they aim at, how the page looks, and who is logged in. */
export function SettingsPage() {
  const me = useMe();
  return (
    <Page title={t("nav.settings")} narrow>
      {me.isError ? <Failed error={me.error} retry={me.refetch} className="mb-6" /> : null}
      {me.data === undefined ? (
        <Bone className="mb-6 h-72" />
      ) : (
        <>
          <ProfileSection key={me.data.name + me.data.timezone + me.data.currency} me={me.data} />
          <GoalsSection key={JSON.stringify(me.data.preferences.tracking)} me={me.data} />
          <AreasSection weights={me.data.preferences.areaWeights} />
        </>
      )}
      {me.data === undefined ? null : (
        <NoticesSection choices={me.data.preferences.notifications} />
      )}
      <RulesSection />
      <ModelSection />
      <AppearanceSection />
      {me.data === undefined ? null : <EmailSection email={me.data.email} />}
      <PasswordSection />
      <SessionsSection />
      {me.data?.role === "owner" ? <OperatorSection /> : null}
      {me.data === undefined ? null : <DataSection email={me.data.email} />}
    </Page>
  );
}
