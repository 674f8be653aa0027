package fr.hubee.exchange.folder;

import fr.hubee.exchange.status.Party;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import java.util.UUID;

/**
 * Access rules: an operator, the folders that it transmitted; a service, the complete cases addressed to it; their
 * people, the same, limited to their démarches.
 */
final class CaseAccess {

    private CaseAccess() {}

    /** Requires an operator; called before a folder is searched: a service gets the same answer whether it exists or not. */
    static void requireOfAnOperator(Caller caller) {
        if (!caller.is(RoleNames.ADMIN) && !isOfTheOperator(caller)) {
            throw new NotAllowed().because("OPERATORS_ONLY", caller.name());
        }
    }

    /** @throws HubeeException when the folder is another organisation's */
    static void check(Caller caller, Folder folder) {
        check(caller, folder, folder.id());
    }

    private static void check(Caller caller, Folder folder, UUID asked) {
        if (caller.is(RoleNames.ADMIN)) {
            return;
        }
        if (!isOfTheOperator(caller) || !folder.transmitter().equals(caller.organization())) {
            throw refusal(caller, asked);
        }
        checkCovered(caller, folder.processCode(), asked);
    }

    /**
     * @throws HubeeException when the case is another organisation's
     * @throws NotFound for its service, as long as the folder is not complete
     */
    static void check(Caller caller, Case theCase) {
        if (Party.of(caller) != Party.RECIPIENT) {
            check(caller, theCase.folder(), theCase.id());
            return;
        }
        if (!theCase.recipient().equals(caller.organization())) {
            throw refusal(caller, theCase.id());
        }
        checkCovered(caller, theCase.processCode(), theCase.id());
        if (!theCase.folder().isComplete()) {
            throw NotFound.of("Case");
        }
    }

    /** @throws NotFound when the event is still visible to its author only */
    static void check(Caller caller, CaseEvent event) {
        if (!event.isVisibleTo(caller.organization()) && !caller.is(RoleNames.ADMIN)) {
            throw NotFound.of("Event");
        }
    }

    /**
     * @throws NotAllowed for the national administrator's software, unless two administrators granted it a reading
     *     right
     */
    static void checkBytes(Caller caller, Attachment attachment) {
        if (!caller.mayReadFiles()) {
            throw new NotAllowed().because("FILES_NEED_RIGHT", caller.name()).on(attachment.id());
        }
    }

    /**
     * Returns the refusal: as in the contract, software learns that the object belongs to somebody else; for a person it does not exist.
     */
    private static HubeeException refusal(Caller caller, UUID asked) {
        return caller.is(RoleNames.PERSON)
                ? NotFound.of("Case").hiding(asked)
                : new NotAllowed().because("OF_ANOTHER", caller.name()).on(asked);
    }

    private static boolean isOfTheOperator(Caller caller) {
        return caller.is(RoleNames.OSL) || caller.is(RoleNames.BUSINESS);
    }

    private static void checkCovered(Caller caller, String processCode, UUID asked) {
        if (!caller.covers(processCode)) {
            throw refusal(caller, asked);
        }
    }
}
