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
  try {
    await connector.round();
  } catch (away) {
    console.log(String(away)); // the hub is away: what is left comes in the next round
  }
  for (const caseId of [...imported]) {
    try {
      await connector.answer(caseId, { caseNewStatus: CaseEventCaseNewStatusEnum.Done }, caseId); // once somebody has decided
      imported.splice(imported.indexOf(caseId), 1);
    } catch (refused) {
      console.log(String(refused)); // the others are answered all the same
    }
  }
  await new Promise((later) => setTimeout(later, 1000)); // five minutes, in production
}
