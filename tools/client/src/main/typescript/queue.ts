import { type Hub, HubError } from "./hub.js";
import type { Notification } from "./teledossiers/index.js";

const PAGE = 25;

/** What a program may be told besides what it receives. */
export interface Listener {
  /** The hub has purged the case or one of its files, which will not come. */
  lost?(caseId: string, reason: string): void;
  /** Why a notification stays in the queue, for the next round; without it, the console is told. */
  failed?(notification: Notification, failure: unknown): void;
}

/** Says that a télédossier can never be imported: its operator is told so, with the reason. Any other error may pass. */
export class CannotImport extends Error {
  override readonly name = "CannotImport";
}

/** Does what the notifications ask for, and deletes what is done. One that fails stays for the next round, and does not stop the others. */
export async function round(
  hub: Hub,
  processCode: string[] | undefined,
  listener: Listener,
  dealWith: (notification: Notification) => Promise<void>,
): Promise<void> {
  const left = new Set<string>();
  for (let wanted = PAGE, read = PAGE; read === wanted; ) {
    wanted = PAGE + left.size; // what is left comes again with each page
    const notifications = await hub.notifications.getNotifications({ maxResult: wanted, processCode, eventDetails: true });
    for (const notification of notifications.filter(({ id }) => !left.has(id))) {
      try {
        await dealWith(notification);
        await hub.notifications.deleteNotification({ notificationId: notification.id });
      } catch (failure) {
        left.add(notification.id);
        if (listener.failed) listener.failed(notification, failure);
        else console.error(`The notification ${notification.id} of the case ${notification.caseId} stays in the queue:`, failure);
      }
    }
    read = notifications.length;
  }
}

/** Whether a failure says that something is not in the hub any more. */
export function isGone(failure: unknown): failure is HubError {
  return failure instanceof HubError && failure.status === 404;
}
