package fr.hubee.exchange.folder;

import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.Party;
import fr.hubee.kernel.shared.InvalidRequest;

/** Defines which content a party may put in an event of a démarche (specification §4.4: RC002, RC006). */
final class EventPolicy {
    private final String processCode;
    private final ProcessDetails process;

    EventPolicy(String processCode, ProcessDetails process) {
        this.processCode = processCode;
        this.process = process;
    }

    void check(Party author, NewCaseEvent event) {
        boolean deposit = event.actionType() == ActionType.ATTACH_DEPOSIT;
        if (deposit && event.attachments().isEmpty()) {
            throw new InvalidRequest("Event ATTACH_DEPOSIT without attachment");
        }
        if (!deposit && !event.attachments().isEmpty()) {
            throw new InvalidRequest("Event " + event.actionType() + " with attachment");
        }
        event.attachments().forEach(file -> file.checkForEvent(author, processCode, process.attachments()));
        if (author == Party.RECIPIENT && hasMessage(event) && !allowsMessage(event)) {
            throw new InvalidRequest("Process " + processCode + " does not allow messages");
        }
    }

    private static boolean hasMessage(NewCaseEvent event) {
        return event.message() != null && !event.message().isBlank();
    }

    /** A démarche may forbid messages and still allow a message with a change of status. */
    private boolean allowsMessage(NewCaseEvent event) {
        return process.messageToTransmitter()
                || (process.messageWithStatus() && event.actionType() == ActionType.STATUS_UPDATE);
    }
}
