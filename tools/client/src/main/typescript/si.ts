import { mkdirSync } from "node:fs";
import type { Hub } from "./hub.js";
import {
  type Attachment,
  type CaseEvent,
  CaseEventActionTypeEnum,
  CaseEventCaseNewStatusEnum,
  EventPatchStatusEnum,
  type HubCase,
  type Notification,
  NotificationEventStatusEnum,
  ResponseError,
} from "./teledossiers/index.js";

/** The software of an instructing service. What it is given may come again: it compares identifiers. */
export interface Service {
  /** Imports a télédossier; each file has its identifier as its name. An error says that it cannot. */
  imports(received: HubCase, files: string): Promise<void>;
  /** Reads what the operator says: a message, another status, or files. */
  reads(caseId: string, event: CaseEvent, files: string): Promise<void>;
}

/** A file that is announced. */
export type NewAttachment = Omit<Attachment, "id" | "status">;

const PAGE = 25;

/**
 * Connects the software of an instructing service (SI) to a hub.
 *
 * A notification is deleted once all that it asks for is done. If this program stops before, it comes again; then nothing is said
 * twice, since what is said has the notification's identifier as its key.
 */
export class SiConnector {
  constructor(
    private readonly hub: Hub,
    private readonly folder: string,
    private readonly service: Service,
  ) {}

  /** Does what the queue asks for, until it is empty; called every five minutes, or when the feed has an event. */
  async round(): Promise<void> {
    for (let read = PAGE; read === PAGE; ) {
      const notifications = await this.hub.notifications.getNotifications({ maxResult: PAGE, eventDetails: true });
      for (const notification of notifications) {
        await this.dealWith(notification);
        await this.hub.notifications.deleteNotification({ notificationId: notification.id });
      }
      read = notifications.length;
    }
  }

  private async dealWith(notification: Notification): Promise<void> {
    try {
      if (!notification.eventId) {
        await this.fetch(notification);
      } else if (notification.eventStatus !== NotificationEventStatusEnum.Received) {
        await this.listen(notification.caseId!, notification.eventId);
      }
    } catch (refused) {
      const status = refused instanceof ResponseError ? refused.response.status : 0;
      if (status !== 403 && status !== 404) throw refused; // closed, or purged, meanwhile
    }
  }

  private async fetch(notification: Notification): Promise<void> {
    const caseId = notification.caseId!;
    const received = await this.hub.cases.getCase({ caseId });
    const files = this.files(caseId);
    for (const { id } of received.attachments ?? []) {
      await this.hub.receive(`/teledossiers/v1/cases/${caseId}/attachments/${id}`, `${files}/${id}`);
    }
    let status: CaseEventCaseNewStatusEnum = CaseEventCaseNewStatusEnum.SiReceived;
    try {
      await this.service.imports(received, files);
    } catch {
      status = CaseEventCaseNewStatusEnum.SiIntgError;
    }
    await this.answer(caseId, { caseNewStatus: status }, notification.id);
  }

  private async listen(caseId: string, eventId: string): Promise<void> {
    const event = await this.hub.events.getEvent({ caseId, eventId });
    const files = this.files(caseId);
    for (const { id } of event.attachments ?? []) {
      await this.hub.receive(`/teledossiers/v1/cases/${caseId}/events/${eventId}/attachments/${id}`, `${files}/${id}`);
    }
    await this.service.reads(caseId, event, files);
    await this.hub.events.patchEvent({ caseId, eventId, eventPatch: { status: EventPatchStatusEnum.Received } });
  }

  private files(caseId: string): string {
    const files = `${this.folder}/${caseId}`;
    mkdirSync(files, { recursive: true });
    return files;
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
