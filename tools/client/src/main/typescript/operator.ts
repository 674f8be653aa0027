import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Hub } from "./hub.js";
import { isGone, type Listener, round } from "./queue.js";
import {
  type CaseEvent,
  CaseEventCaseNewStatusEnum,
  CasePatchStatusEnum,
  EventPatchStatusEnum,
  type Folder,
  type FolderAttachment,
  FolderAttachmentStatusEnum,
  type FolderCase,
  FolderCaseStatusEnum,
  FolderPatchGlobalStatusEnum,
  NotificationEventStatusEnum,
} from "./teledossiers/index.js";

/** A folder that is announced. */
export type NewFolder = Pick<Folder, "externalId" | "processCode" | "applicant"> & {
  cases: Pick<FolderCase, "externalId" | "recipient" | "partnerAttributes">[];
  attachments: Omit<FolderAttachment, "id" | "status">[];
};

/** Connects the software of an operator (OSL) to a hub: it deposits télédossiers, reads the answers, and closes what is finished. */
export class OperatorConnector {
  /**
   * @param folder keeps the folder of each case that is not closed, and the files that come
   * @param reads an answer of a service; what it is given may come again: it compares identifiers
   * @param options `processCodes` are the only démarches that are dealt with; all without it
   */
  constructor(
    private readonly hub: Hub,
    private readonly folder: string,
    private readonly reads: (caseId: string, event: CaseEvent, files: string) => Promise<void>,
    private readonly options: Listener & { processCodes?: string[] } = {},
  ) {}

  /** Deposits a folder: until the last call nobody sees anything. It may be deposited again, also when only the last answer was lost. */
  async deposit(wanted: NewFolder, files: (attachment: FolderAttachment) => string): Promise<Folder> {
    mkdirSync(this.folder, { recursive: true });
    const deposited = await this.hub.folders.createFolder({ folder: wanted as Folder, idempotencyKey: wanted.externalId });
    const folderId = deposited.id;
    for (const attachment of deposited.attachments) {
      await this.hub.send(`/teledossiers/v1/folders/${folderId}/attachments/${attachment.id}`, files(attachment));
    }
    for (const { fileName, status } of (await this.hub.folders.getFolder({ folderId })).attachments) {
      if (status !== FolderAttachmentStatusEnum.Received) throw new Error(`${fileName} is ${status}`);
    }
    for (const { id } of deposited.cases) writeFileSync(`${this.folder}/${id}`, folderId);
    await this.patch(folderId, FolderPatchGlobalStatusEnum.HubeeCompleted);
    return deposited;
  }

  /** Does what the queue asks for, until it is empty; called every five minutes, or when the feed has an event. */
  async round(): Promise<void> {
    await round(this.hub, this.options.processCodes, this.options, async ({ caseId, eventId, eventStatus }) => {
      try {
        if (eventStatus !== NotificationEventStatusEnum.Received) await this.listen(caseId!, eventId!);
      } catch (failure) {
        if (!isGone(failure)) throw failure;
        this.options.lost?.(caseId!, failure.message);
      }
    });
  }

  private async listen(caseId: string, eventId: string): Promise<void> {
    const event = await this.hub.events.getEvent({ caseId, eventId });
    const files = `${this.folder}/files/${caseId}`;
    mkdirSync(files, { recursive: true });
    for (const { id } of event.attachments ?? []) {
      await this.hub.receive(`/teledossiers/v1/cases/${caseId}/events/${eventId}/attachments/${id}`, `${files}/${id}`);
    }
    await this.reads(caseId, event, files);
    await this.hub.events.patchEvent({ caseId, eventId, eventPatch: { status: EventPatchStatusEnum.Received } });
    const status = event.caseNewStatus;
    if (status === CaseEventCaseNewStatusEnum.Done || status === CaseEventCaseNewStatusEnum.Refused) await this.close(caseId);
  }

  /** Closes a case, and its folder with the last one. */
  private async close(caseId: string): Promise<void> {
    const place = `${this.folder}/${caseId}`;
    if (!existsSync(place)) return; // of other software, or closed already
    await this.hub.cases.patchCase({ caseId, casePatch: { status: CasePatchStatusEnum.Closed } });
    const folderId = readFileSync(place, "utf8");
    const { cases } = await this.hub.folders.getFolder({ folderId });
    if (cases.every(({ status }) => status === FolderCaseStatusEnum.Closed)) {
      await this.patch(folderId, FolderPatchGlobalStatusEnum.Closed);
    }
    rmSync(place);
  }

  private async patch(folderId: string, globalStatus: FolderPatchGlobalStatusEnum): Promise<void> {
    await this.hub.folders.patchFolder({ folderId, folderPatch: { globalStatus } });
  }
}
