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

/** A call fails, and a download is cut, when the hub says nothing for that long. A file that is sent has Node's limit of five minutes. */
const LONGEST_SILENCE = 60_000;

/** Tells which call the hub has refused, and why; without a status it has not answered. */
export class HubError extends Error {
  override readonly name = "HubError";

  constructor(
    message: string,
    readonly status?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  static async of(method: string, url: string | URL, answer: Response): Promise<HubError> {
    const references = [];
    const id = answer.headers.get("X-Request-Id");
    if (id) references.push(`X-Request-Id ${id}`);
    const help = /<([^>]*)>; rel="help"/.exec(answer.headers.get("Link") ?? "");
    if (help) references.push(`help ${help[1]}`);
    const more = references.length > 0 ? ` (${references.join(", ")})` : "";
    const path = new URL(url, "http://hub").pathname;
    return new HubError(`${method} ${path}: ${answer.status} ${await reason(answer)}${more}`, answer.status);
  }
}

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
    private readonly longestSilence = LONGEST_SILENCE,
  ) {
    for (const [name, value] of Object.entries({ HUB: address, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret })) {
      if (!value) throw new Error(`${name} is missing: the variable of the environment, or what is given to Hub`);
    }
    if (!/^https?:/.test(address) || !URL.canParse(address)) throw new Error(`HUB is no address such as https://hub.example: ${address}`);
    this.configuration = new Configuration({
      basePath: address,
      fetchApi: (url, init) => this.call(url as string, init),
      middleware: [
        {
          onError: async ({ error }) => {
            throw error;
          },
          post: async ({ url, init, response }) => {
            if (!response.ok) throw await HubError.of(init.method ?? "GET", url, response);
          },
        },
      ],
    });
    this.notifications = new NotificationsApi(this.configuration);
    this.cases = new CasesApi(this.configuration);
    this.events = new EventsApi(this.configuration);
    this.folders = new FoldersApi(this.configuration);
  }

  /** Returns the hub that the variables HUB, CLIENT_ID and CLIENT_SECRET of the environment name. */
  static ofEnvironment(software: Software): Hub {
    const { HUB, CLIENT_ID, CLIENT_SECRET } = process.env;
    return new Hub(HUB!, CLIENT_ID!, CLIENT_SECRET!, software);
  }

  /** Sends a request, again after another token when this one is refused, and returns the answer, whatever its status. */
  async call(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (init.method === "POST" && !headers.has("Idempotency-Key")) {
      headers.set("Idempotency-Key", crypto.randomUUID()); // nothing is created twice
    }
    const token = await this.current();
    headers.set("Authorization", `Bearer ${token}`);
    const answer = await this.patiently(url, { ...init, headers });
    if (answer.status !== 401) return answer;
    await answer.body?.cancel();
    if (this.token === token) this.token = undefined;
    headers.set("Authorization", `Bearer ${await this.current()}`);
    return this.patiently(url, { ...init, headers });
  }

  private async current(): Promise<string> {
    if (this.token === undefined || Date.now() >= this.renewal) {
      const credentials = Buffer.from(`${this.clientId}:${this.clientSecret}`).toString("base64");
      const headers = new Headers({ Authorization: `Basic ${credentials}` });
      const body = new URLSearchParams({ grant_type: "client_credentials" });
      const answer = await this.patiently("/oauth2/token", { method: "POST", headers, body });
      if (answer.status === 401) {
        throw new HubError(`The hub refuses ${this.clientId} and its secret (401 ${await reason(answer)})`, 401);
      }
      if (!answer.ok) throw await HubError.of("POST", "/oauth2/token", answer);
      const given = (await answer.json()) as { access_token: string; expires_in: number };
      this.token = given.access_token;
      this.renewal = Date.now() + (given.expires_in - 60) * 1000;
    }
    return this.token;
  }

  /** Sends a request again while the hub asks for patience: after Retry-After, or else after one, two and four seconds. */
  private async patiently(path: string, init: RequestInit & { headers: Headers }): Promise<Response> {
    const url = new URL(path, this.address);
    init.headers.set("editorName", this.software.editor);
    init.headers.set("applicationName", this.software.application);
    init.headers.set("softwareVersion", this.software.version);
    for (let attempt = 1; ; attempt++) {
      let seconds = 2 ** (attempt - 1);
      try {
        const answer = await watched(url, init, this.longestSilence);
        const wait = Number(answer.headers.get("Retry-After") ?? seconds);
        if (attempt === ATTEMPTS || !LATER.has(answer.status) || !(wait <= LONGEST_WAIT)) return answer;
        await answer.body?.cancel();
        seconds = wait;
      } catch (failure) {
        const cause = ((failure as Error).cause ?? failure) as Error & { code?: string };
        // nobody knows whether it was done: it may be said again; an address that is wrong stays so
        if (attempt === ATTEMPTS || !cause.code) {
          throw new HubError(`${init.method ?? "GET"} ${url}: ${cause.message || cause.code}`, undefined, { cause: failure });
        }
      }
      await new Promise((later) => setTimeout(later, seconds * 1000));
    }
  }

  /** Sends a file of any size, with its digest; once more when other bytes have come. */
  async send(path: string, file: string): Promise<void> {
    const headers = { "Content-Type": "application/octet-stream", digest: await digest(file) };
    for (let left = 1; ; left--) {
      const answer = await this.call(path, { method: "PUT", headers, body: await openAsBlob(file) });
      if (answer.status === 204) return;
      const refused = await HubError.of("PUT", path, answer);
      if (refused.message.includes("Attachment is already received")) return; // before: the other party sees it
      if (refused.status !== 400 || left === 0) throw refused;
    }
  }

  /** Receives a file of any size. It is there once its digest is right; what was cut goes on where it stopped. */
  async receive(path: string, file: string): Promise<void> {
    const part = `${file}.part`;
    rmSync(part, { force: true });
    for (let cuts = 0; ; cuts++) {
      const headers: HeadersInit = existsSync(part) ? { Range: `bytes=${statSync(part).size}-` } : {};
      const answer = await this.call(path, { headers });
      if (!answer.ok) throw await HubError.of("GET", path, answer);
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
    if (!answer.ok) throw await HubError.of("GET", from, answer);
    for (const event of (await answer.json()) as HubEvent[]) await work(event);
    writeFileSync(place, /^<(.*)>/.exec(answer.headers.get("Link")!)![1]);
    return true;
  }
}

/** Fetches; fails once the hub is silent for too long, also in the middle of its answer. */
async function watched(url: URL, init: RequestInit, longestSilence: number): Promise<Response> {
  if (init.body instanceof Blob) return fetch(url, init);
  const silence = new AbortController();
  const failure = Object.assign(new Error(`no byte for ${longestSilence} ms`), { code: "SILENT" });
  const timer = setTimeout(() => silence.abort(failure), longestSilence);
  try {
    const answer = await fetch(url, { ...init, signal: silence.signal });
    timer.refresh().unref();
    const watch = new TransformStream({
      transform(bytes, to) {
        timer.refresh();
        to.enqueue(bytes);
      },
    });
    return new Response(answer.body?.pipeThrough(watch), answer);
  } catch (failure) {
    clearTimeout(timer);
    throw failure;
  }
}

/** The texts of an answer, those of the API or those of the token's. */
async function reason(answer: Response): Promise<string> {
  const body = await answer.text();
  try {
    const { errors = [], error } = JSON.parse(body) as { errors?: { message: string }[]; error?: string };
    return [...errors.map((each) => each.message), error].filter(Boolean).join(", ");
  } catch {
    return body.slice(0, 500);
  }
}

/** The SHA-256 of a file as the hub writes it, in base64. */
async function digest(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("base64");
}
