import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";

interface HubEvent {
  id: string;
  type: string;
  subject?: string;
  data: { challenge?: string; caseId?: string; status?: string };
}

const webhook = new Webhook(process.env.SECRET!);
const known = new Set<string>(); // yours is a table

createServer(async (request, response) => {
  const body = await text(request);
  try {
    const event = webhook.verify(body, request.headers as Record<string, string>) as HubEvent;
    if (!known.has(event.id)) { // another attempt has the same
      known.add(event.id);
      console.log(event.type, event.subject ?? "");
    }
    response.end(event.data.challenge); // nothing but for the proof
  } catch {
    response.writeHead(401).end();
  }
}).listen(Number(process.env.PORT), "127.0.0.1"); // TLS ends before it
