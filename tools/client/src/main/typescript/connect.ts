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
    for (; imported.length > 0; imported.shift()) {
      await connector.answer(imported[0], { caseNewStatus: CaseEventCaseNewStatusEnum.Done }, imported[0]); // once somebody has decided
    }
  } catch (away) {
    console.log(String(away)); // what is left is done in the next round
  }
  await new Promise((later) => setTimeout(later, 1000)); // five minutes, in production
}
