import { mkdirSync } from "node:fs";
import { type Hub, HubError } from "./hub.js";
import { CannotImport, isGone, type Listener, round } from "./queue.js";
import {
  type Attachment,
  AttachmentStatusEnum,
  type CaseEvent,
  CaseEventActionTypeEnum,
  CaseEventCaseNewStatusEnum,
  EventPatchStatusEnum,
  type HubCase,
  type Notification,
  NotificationEventStatusEnum,
} from "./teledossiers/index.js";

/** The software of an instructing service. What it is given may come again: it compares identifiers. */
export interface Service extends Listener {
  /** Imports a télédossier; each file has its identifier as its name. After an error it comes again, unless it is CannotImport. */
  imports(received: HubCase, files: string): Promise<void>;
  /** Reads what the operator says: a message, another status, or files. */
  reads(caseId: string, event: CaseEvent, files: string): Promise<void>;
}

/** A file that is announced. */
export type NewAttachment = Omit<Attachment, "id" | "status">;

const LONGEST_MESSAGE = 1000;

/**
 * Connects the software of an instructing service (SI) to a hub.
 *
 * A notification is deleted once all that it asks for is done. If this program stops before, it comes again; then nothing is said
 * twice, since what is said has the notification's identifier as its key.
 */
export class SiConnector {
  /**
   * @param folder keeps the files of each télédossier
   * @param processCodes are the only démarches that are dealt with; all without it
   */
  constructor(
    private readonly hub: Hub,
    private readonly folder: string,
    private readonly service: Service,
    private readonly processCodes?: string[],
  ) {}

  /** Does what the queue asks for, until it is empty; called every five minutes, or when the feed has an event. */
  async round(): Promise<void> {
    await round(this.hub, this.processCodes, this.service, (notification) => this.dealWith(notification));
  }

  private async dealWith({ id, caseId, eventId, eventStatus }: Notification): Promise<void> {
    try {
      if (!eventId) {
        await this.fetch(caseId!);
        await this.answer(caseId!, { caseNewStatus: CaseEventCaseNewStatusEnum.SiReceived }, id);
      } else if (eventStatus !== NotificationEventStatusEnum.Received) {
        await this.listen(caseId!, eventId);
      }
    } catch (failure) {
      if (failure instanceof CannotImport) await this.refuse(caseId!, failure.message, id);
      else if (isGone(failure)) this.service.lost?.(caseId!, failure.message);
      else throw failure;
    }
  }

  private async fetch(caseId: string): Promise<void> {
    const received = await this.hub.cases.getCase({ caseId });
    await this.service.imports(received, await this.receive(caseId, "", received.attachments));
  }

  private async listen(caseId: string, eventId: string): Promise<void> {
    const event = await this.hub.events.getEvent({ caseId, eventId });
    await this.service.reads(caseId, event, await this.receive(caseId, `/events/${eventId}`, event.attachments));
    await this.hub.events.patchEvent({ caseId, eventId, eventPatch: { status: EventPatchStatusEnum.Received } });
  }

  /** Receives the files of an event, or of the case, and returns their folder. A file that has not come yet is notified once it comes. */
  private async receive(caseId: string, event: string, attachments?: Attachment[] | null): Promise<string> {
    const files = `${this.folder}/${caseId}`;
    mkdirSync(files, { recursive: true });
    for (const { id, fileName, status } of attachments ?? []) {
      if (status === AttachmentStatusEnum.Pending) continue;
      try {
        await this.hub.receive(`/teledossiers/v1/cases/${caseId}${event}/attachments/${id}`, `${files}/${id}`);
      } catch (failure) {
        if (!isGone(failure)) throw failure;
        this.service.lost?.(caseId, `${fileName}: ${failure.message}`);
        throw new CannotImport(`Le fichier « ${fileName} » n’est plus dans HubEE`);
      }
    }
    return files;
  }

  /** Says that nothing more can be done, with the reason if the démarche allows messages. */
  private async refuse(caseId: string, reason: string, key: string): Promise<void> {
    const caseNewStatus = CaseEventCaseNewStatusEnum.SiIntgError;
    try {
      await this.answer(caseId, { caseNewStatus, message: reason.slice(0, LONGEST_MESSAGE) }, key);
    } catch (failure) {
      if (!(failure instanceof HubError) || failure.status !== 400) throw failure;
      await this.answer(caseId, { caseNewStatus }, key);
    }
  }

  /** Answers the operator. The key is new for each answer, and the same when it is said again. */
  async answer(caseId: string, said: Partial<CaseEvent>, key: string): Promise<CaseEvent> {
    const caseEvent = { actionType: CaseEventActionTypeEnum.StatusUpdate, notification: true, ...said };
    return this.hub.events.createEvent({ caseId, caseEvent, idempotencyKey: key });
  }

  /** Answers with a file, of a type that the démarche lets a service send. */
  async answerWith(caseId: string, said: Partial<CaseEvent>, attachment: NewAttachment, file: string, key: string): Promise<void> {
    const deposit = { ...said, actionType: CaseEventActionTypeEnum.AttachDeposit, attachments: [attachment as Attachment] };
    const event = await this.answer(caseId, deposit, key);
    const path = `/teledossiers/v1/cases/${caseId}/events/${event.id}`;
    await this.hub.send(`${path}/attachments/${event.attachments![0].id}`, file);
    await this.hub.events.patchEvent({ caseId, eventId: event.id, eventPatch: { status: EventPatchStatusEnum.Sent } });
  }
}
