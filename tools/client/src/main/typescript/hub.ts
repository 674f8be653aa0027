import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, openAsBlob, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CasesApi, Configuration, EventsApi, FoldersApi, NotificationsApi } from "./teledossiers/index.js";

/** The software that calls, as its partners and the support see it: 50 characters each. */
export interface Software {
  editor: string;
  application: string;
  version: string;
}

/** An event of the feed or of a webhook: a CloudEvent. */
export interface HubEvent {
  id: string;
  type: string;
  subject?: string;
  time: string;
  data: { caseId?: string; processCode?: string; status?: string; eventId?: string; action?: string; challenge?: string };
}

const ATTEMPTS = 4;
const LATER = new Set([408, 429, 500, 502, 503, 504]);
/** The seconds that are waited at most: the hub asks for more when a limit of the day is reached, which people have to know. */
const LONGEST_WAIT = 60;

/** A hub, as the software with one pair of credentials sees it. Each call has a token, says which software calls, and is patient. */
export class Hub {
  readonly configuration: Configuration;
  readonly notifications: NotificationsApi;
  readonly cases: CasesApi;
  readonly events: EventsApi;
  readonly folders: FoldersApi;
  private token?: string;
  private renewal = 0;

  constructor(
    private readonly address: string,
    private readonly clientId: string,
    private readonly clientSecret: string,
    private readonly software: Software,
  ) {
    this.configuration = new Configuration({ basePath: address, fetchApi: (url, init) => this.call(url as string, init) });
    this.notifications = new NotificationsApi(this.configuration);
    this.cases = new CasesApi(this.configuration);
    this.events = new EventsApi(this.configuration);
    this.folders = new FoldersApi(this.configuration);
  }

  /** Sends a request, again after another token when this one is refused, and returns the answer, whatever its status. */
  async call(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("editorName", this.software.editor);
    headers.set("applicationName", this.software.application);
    headers.set("softwareVersion", this.software.version);
    if (init.method === "POST" && !headers.has("Idempotency-Key")) {
      headers.set("Idempotency-Key", crypto.randomUUID()); // nothing is created twice
    }
    const token = await this.current();
    headers.set("Authorization", `Bearer ${token}`);
    const answer = await patiently(new URL(url, this.address), { ...init, headers });
    if (answer.status !== 401) return answer;
    await answer.body?.cancel();
    if (this.token === token) this.token = undefined;
    headers.set("Authorization", `Bearer ${await this.current()}`);
    return patiently(new URL(url, this.address), { ...init, headers });
  }

  private async current(): Promise<string> {
    if (this.token === undefined || Date.now() >= this.renewal) {
      const answer = await patiently(new URL("/oauth2/token", this.address), {
        method: "POST",
        headers: { Authorization: `Basic ${Buffer.from(`${this.clientId}:${this.clientSecret}`).toString("base64")}` },
        body: new URLSearchParams({ grant_type: "client_credentials" }),
      });
      await requireStatus(answer, 200);
      const given = (await answer.json()) as { access_token: string; expires_in: number };
      this.token = given.access_token;
      this.renewal = Date.now() + (given.expires_in - 60) * 1000;
    }
    return this.token;
  }

  /** Sends a file of any size, with its digest. */
  async send(path: string, file: string): Promise<void> {
    const headers = { "Content-Type": "application/octet-stream", digest: await digest(file) };
    await requireStatus(await this.call(path, { method: "PUT", headers, body: await openAsBlob(file) }), 204);
  }

  /** Receives a file of any size. It is there once its digest is right; what was cut goes on where it stopped. */
  async receive(path: string, file: string): Promise<void> {
    const part = `${file}.part`;
    rmSync(part, { force: true });
    for (let cuts = 0; ; cuts++) {
      const headers: HeadersInit = existsSync(part) ? { Range: `bytes=${statSync(part).size}-` } : {};
      const answer = await this.call(path, { headers });
      if (!answer.ok) await requireStatus(answer, 200);
      try {
        await pipeline(Readable.from(answer.body ?? []), createWriteStream(part, { flags: answer.status === 206 ? "a" : "w" }));
      } catch (cut) {
        if (cuts === 5) throw cut;
        continue;
      }
      if ((await digest(part)) !== answer.headers.get("digest")) throw new Error(`The digest of ${path} is another`);
      return rename(part, file);
    }
  }

  /**
   * Waits for events up to 25 seconds, and does their work; the place in the feed, a file, moves once it is done.
   * Returns false when events may be missing: read the notifications once, then go on.
   */
  async follow(place: string, work: (event: HubEvent) => Promise<void>): Promise<boolean> {
    const from = existsSync(place) ? readFileSync(place, "utf8") : "/feed/v1/events?limit=100&wait=25";
    const answer = await this.call(from);
    if (answer.status === 410) {
      rmSync(place, { force: true });
      return false;
    }
    await requireStatus(answer, 200);
    for (const event of (await answer.json()) as HubEvent[]) await work(event);
    writeFileSync(place, /^<(.*)>/.exec(answer.headers.get("Link")!)![1]);
    return true;
  }
}

/** Sends a request again while the hub asks for patience: after Retry-After, or else after one, two and four seconds. */
async function patiently(url: URL, init: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    let seconds = 2 ** (attempt - 1);
    try {
      const answer = await fetch(url, init);
      const wait = Number(answer.headers.get("Retry-After") ?? seconds);
      if (attempt === ATTEMPTS || !LATER.has(answer.status) || !(wait <= LONGEST_WAIT)) return answer;
      await answer.body?.cancel();
      seconds = wait;
    } catch (cut) {
      if (attempt === ATTEMPTS) throw cut; // nobody knows whether it was done: it may be said again
    }
    await new Promise((later) => setTimeout(later, seconds * 1000));
  }
}

async function requireStatus(answer: Response, status: number): Promise<void> {
  if (answer.status !== status) throw new Error(`${answer.status} ${await answer.text()}`);
}

/** The SHA-256 of a file as the hub writes it, in base64. */
async function digest(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("base64");
}
