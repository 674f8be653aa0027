import { createHash } from "node:crypto";
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { Hub } from "./hub.js";
import { SiConnector } from "./si.js";
import { type CaseEvent, CaseEventActionTypeEnum, CaseEventCaseNewStatusEnum, type HubCase } from "./teledossiers/index.js";

/**
 * A service without people: it answers each télédossier of the test bench as the bench wants it. Run it while the bench runs. It follows the
 * feed, and reads its queue with each event, or after a second.
 */
const { HUB, CLIENT_ID, CLIENT_SECRET, FOLDER = "files" } = process.env;
const hub = new Hub(HUB!, CLIENT_ID!, CLIENT_SECRET!, { editor: "HubEE", application: "hubee-client", version: "1.0.0" });
const answers: (() => Promise<void>)[] = [];

function key(...parts: unknown[]): string {
  return createHash("sha256").update(parts.join()).digest("hex");
}

async function imports(received: HubCase, files: string): Promise<void> {
  const wants = wanted(received.partnerAttributes);
  const again = key(received.id, received.updateDateTime?.toISOString());
  const first = received.attachments?.[0];
  if (wants === "DONE_WITH_FILE" && first) {
    const file = `${files}/${first.id}`;
    const answer = { fileName: "reponse", type: first.type, mimeType: first.mimeType, size: statSync(file).size };
    answers.push(() => si.answerWith(received.id, { caseNewStatus: CaseEventCaseNewStatusEnum.Done }, answer, file, again));
  } else if (wants) {
    answers.push(async () => void (await si.answer(received.id, { caseNewStatus: wants as CaseEventCaseNewStatusEnum }, again)));
  }
}

async function reads(caseId: string, event: CaseEvent): Promise<void> {
  const reopened = event.caseNewStatus === CaseEventCaseNewStatusEnum.HubeeNotified;
  if (reopened || event.actionType === CaseEventActionTypeEnum.AttachDeposit) {
    const done = { caseNewStatus: CaseEventCaseNewStatusEnum.Done };
    answers.push(async () => void (await si.answer(caseId, done, key(event.id))));
  }
}

/** What the bench writes into each of its télédossiers. */
function wanted(attributes?: string | null): string | undefined {
  return /"wants": ?"(\w+)"/.exec(attributes ?? "")?.[1];
}

const si = new SiConnector(hub, FOLDER, { imports, reads });
const place = `${FOLDER}/place`;
mkdirSync(FOLDER, { recursive: true });
let followed = false;
for (;;) {
  await si.round();
  try {
    for (; answers.length > 0; answers.shift()) await answers[0]();
  } catch (refused) {
    console.log(String(refused)); // it is given again in the next round, with the same key
  }
  if (!followed) writeFileSync(place, "/feed/v1/events?limit=100&wait=1");
  followed = await hub.follow(place, async () => {});
}
