package fr.hubee.folder;

import fr.hubee.folder.status.Party;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.NotAllowed;
import fr.hubee.shared.NotFound;
import java.util.UUID;

/**
 * Who reaches what: an operator, the folders it transmitted; a service, the complete cases addressed to it; their people,
 * the same, as far as their démarches go.
 */
final class CaseAccess {

    private CaseAccess() {}

    /** Before a folder is looked for: to a service, the answer is the same whether there is one or not. */
    static void requireOfAnOperator(Caller caller) {
        if (!caller.is(Roles.ADMIN) && !isOfTheOperator(caller)) {
            throw new NotAllowed();
        }
    }

    /** @throws NotAllowed when the folder is somebody else's */
    static void check(Caller caller, Folder folder) {
        check(caller, folder, folder.id());
    }

    private static void check(Caller caller, Folder folder, UUID asked) {
        if (caller.is(Roles.ADMIN)) {
            return;
        }
        if (!isOfTheOperator(caller) || !folder.transmitter().equals(caller.organization())) {
            throw new NotAllowed().on(asked);
        }
        checkCovered(caller, folder.processCode(), asked);
    }

    /**
     * @throws NotAllowed when the case is somebody else's
     * @throws NotFound for its service, as long as the folder is not complete
     */
    static void check(Caller caller, Case theCase) {
        if (Party.of(caller) != Party.RECIPIENT) {
            check(caller, theCase.folder(), theCase.id());
            return;
        }
        if (!theCase.recipient().equals(caller.organization())) {
            throw new NotAllowed().on(theCase.id());
        }
        checkCovered(caller, theCase.processCode(), theCase.id());
        if (!theCase.folder().isComplete()) {
            throw NotFound.of("Case");
        }
    }

    /** @throws NotFound when the event is still its author's alone */
    static void check(Caller caller, CaseEvent event) {
        if (!event.isVisibleTo(caller.organization()) && !caller.is(Roles.ADMIN)) {
            throw NotFound.of("Event");
        }
    }

    /** @throws NotAllowed for the national administrator's software, unless two of them have agreed that it reads bytes */
    static void checkBytes(Caller caller, Attachment attachment) {
        if (!caller.mayReadFiles()) {
            throw new NotAllowed().on(attachment.id());
        }
    }

    private static boolean isOfTheOperator(Caller caller) {
        return caller.is(Roles.OSL) || caller.is(Roles.BUSINESS);
    }

    private static void checkCovered(Caller caller, String processCode, UUID asked) {
        if (!caller.covers(processCode)) {
            throw new NotAllowed().on(asked);
        }
    }
}
