import { mkdirSync, writeFileSync } from "node:fs";
import { Hub } from "./hub.js";
import { type NewFolder, OperatorConnector } from "./operator.js";
import { OrganizationIdentifierTypeEnum } from "./teledossiers/index.js";

/** An operator without people: it starts scenarios of the test bench, and deposits a télédossier when one of them begins. */
const { HUB, CLIENT_ID, CLIENT_SECRET, PROCESS, TYPE, RECIPIENTS, FOLDER = "deposits" } = process.env;
for (const name of ["HUB", "CLIENT_ID", "CLIENT_SECRET", "PROCESS", "TYPE", "RECIPIENTS"]) {
  if (!process.env[name]) throw new Error(`${name} is missing in the environment`);
}
const hub = new Hub(HUB!, CLIENT_ID!, CLIENT_SECRET!, { editor: "HubEE", application: "hubee-client", version: "1.0.0" });
const scenarios = process.argv.slice(2);
const file = `${FOLDER}/request.xml`;
const content = `<demande>${"une demande ".repeat(10_000)}</demande>`;
let announced: NewFolder | undefined;

interface Run {
  id: string;
  state: string;
  scenarios: { state: string; steps: { state: string }[] }[];
}

async function call(path: string, init?: RequestInit): Promise<Run> {
  const answer = await hub.call(path, init);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Run;
}

/** RECIPIENTS are SIRET and branch code of each, 99000200800011-99000. */
function folder(): NewFolder {
  const externalId = crypto.randomUUID().slice(0, 13);
  const cases = RECIPIENTS!.split(",").map((key, i) => {
    const [companyRegister, branchCode] = key.split("-");
    return { externalId: `${externalId}-${i}`, recipient: { type: OrganizationIdentifierTypeEnum.Si, companyRegister, branchCode } };
  });
  const recipients = cases.map((each) => each.externalId);
  const attachment = { fileName: "demande.xml", type: TYPE!, mimeType: "application/xml", size: content.length, recipients };
  return { externalId, processCode: PROCESS!, applicant: { firstName: "Camille", lastName: "Exemple" }, cases, attachments: [attachment] };
}

/** Deposits one; when that fails, the same again a moment later. */
async function deposit(): Promise<void> {
  announced ??= folder();
  try {
    await operator.deposit(announced, () => file);
    announced = undefined;
  } catch (refused) {
    console.log(String(refused));
  }
}

mkdirSync(FOLDER, { recursive: true });
writeFileSync(file, content);
const operator = new OperatorConnector(hub, FOLDER, async () => {});
const wanted = JSON.stringify(scenarios.length > 0 ? { scenarios } : { profile: "OSL" });
let run = await call("/bench/v1/runs", { method: "POST", headers: { "Content-Type": "application/json" }, body: wanted });
while (run.state === "RUNNING") {
  for (const { state, steps } of run.scenarios) {
    // the bench has not seen a deposit yet; the first step may be what will go wrong with it
    if (state === "RUNNING" && steps.slice(0, 2).some((step) => step.state === "WAITING")) await deposit();
  }
  await operator.round();
  await new Promise((later) => setTimeout(later, 1000));
  run = await call(`/bench/v1/runs/${run.id}`);
}
console.log(JSON.stringify(run, null, 2));
process.exitCode = run.state === "PASSED" ? 0 : 1;
