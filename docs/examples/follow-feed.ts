import { existsSync, readFileSync, writeFileSync } from "node:fs";

interface HubEvent {
  id: string;
  type: string;
  subject: string;
  data: { caseId: string; processCode: string; status: string; eventId?: string; action?: string };
}

const { HUB, TOKEN } = process.env;
const first = "/feed/v1/events?limit=100&wait=25";
let next = existsSync("next") ? readFileSync("next", "utf8") : first;

while (true) {
  const answer = await fetch(HUB + next, { headers: { Authorization: `Bearer ${TOKEN}` } }); // 401: get another one
  if (answer.status === 410) { // events may be missing: read the notifications once, too
    next = first;
    continue;
  }
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  for (const event of (await answer.json()) as HubEvent[]) {
    console.log(event.type, event.subject);
  }
  next = /^<(.*)>/.exec(answer.headers.get("Link")!)![1];
  writeFileSync("next", next); // once the work is done
}
