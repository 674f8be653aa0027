package fr.hubee.folder;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.NotAllowed;
import fr.hubee.shared.NotFound;

/** Who reaches what: an operator, the folders it transmitted; a service, the complete cases addressed to it. */
final class CaseAccess {

    private CaseAccess() {}

    /** @throws NotAllowed when the folder is somebody else's */
    static void check(Caller caller, Folder folder) {
        if (caller.is(Roles.ADMIN)) {
            return;
        }
        if (!caller.is(Roles.OSL) || !folder.transmitter().equals(caller.organization())) {
            throw new NotAllowed();
        }
        checkCovered(caller, folder.processCode());
    }

    /**
     * @throws NotAllowed when the case is somebody else's
     * @throws NotFound for its service, as long as the folder is not complete
     */
    static void check(Caller caller, Case theCase) {
        if (!caller.is(Roles.SI)) {
            check(caller, theCase.folder());
            return;
        }
        if (!theCase.recipient().equals(caller.organization())) {
            throw new NotAllowed();
        }
        checkCovered(caller, theCase.processCode());
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

    private static void checkCovered(Caller caller, String processCode) {
        if (!caller.covers(processCode)) {
            throw new NotAllowed();
        }
    }
}
