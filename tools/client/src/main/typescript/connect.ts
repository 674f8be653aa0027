import { CaseEventCaseNewStatusEnum, Hub, SiConnector } from "hubee-client";

/** The software of a service, at its smallest: it imports each télédossier, and answers that it is done. */
const hub = Hub.ofEnvironment({ editor: "Ponant", application: "Connecteur", version: "1.0" });
const imported: string[] = []; // yours is a table
const connector = new SiConnector(hub, "files", {
  async imports(received, files) {
    console.log(`${received.externalId} is in ${files}`);
    imported.push(received.id);
  },
  async reads(caseId, event) {
    console.log(`${caseId}: ${event.message}`);
  },
});
for (;;) {
  await connector.round();
  for (const caseId of imported) {
    await connector.answer(caseId, { caseNewStatus: CaseEventCaseNewStatusEnum.Done }, caseId); // once somebody has decided
  }
  imported.length = 0;
  await new Promise((later) => setTimeout(later, 1000)); // five minutes, in production
}
