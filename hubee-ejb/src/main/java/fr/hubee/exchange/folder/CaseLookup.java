package fr.hubee.exchange.folder;

import fr.hubee.exchange.status.Party;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Cases for other features of this module, with their files and history, limited to what the caller may see. */
@Dependent
public class CaseLookup {
    @Inject
    CaseRepository cases;

    @Inject
    FolderRepository folders;

    @Inject
    Openings openings;

    @Inject
    FolderJournal journal;

    @Inject
    EventCeiling ceiling;

    public Case require(Caller caller, UUID id) {
        return cases.require(caller, id);
    }

    /** Requires an operator; called before a deleted folder is searched: a service gets the same answer whether it existed or not. */
    public void requireOfAnOperator(Caller caller) {
        CaseAccess.requireOfAnOperator(caller);
    }

    /** Requires that the caller may see that folder. */
    public void requireFolder(Caller caller, UUID id) {
        folders.require(caller, id);
    }

    /** Locks the folder's row until the transaction ends: concurrent changes of the folder wait. */
    public Case requireForUpdate(Caller caller, UUID id) {
        return cases.requireForUpdate(caller, id);
    }

    /** Records that a person opens its page. */
    public void open(Caller caller, Case theCase) {
        openings.opened(caller, theCase);
    }

    /** Records each print by a person, whether or not she opened its page. */
    public void print(Caller caller, Case theCase) {
        open(caller, theCase);
        journal.printed(caller, theCase);
    }

    /**
     * Records that a person reads a case that waits for silent software, each time.
     *
     * @param silentSince when that software called last
     */
    public void rescue(Caller caller, Case theCase, Instant silentSince) {
        journal.rescued(caller, theCase, silentSince);
    }

    /** The attachments that came with its folder, in the order of the request. */
    public List<Attachment> attachments(Case theCase) {
        return cases.attachments(theCase);
    }

    /** Returns the sent events with their files, newest first: some that are followed by so many newer ones. */
    public List<CaseEvent> history(Case theCase, int newer, int most) {
        return cases.history(theCase, newer, most);
    }

    public long historySize(Case theCase) {
        return cases.historySize(theCase);
    }

    /** Returns the files of the sent events, oldest first. */
    public List<Attachment> eventFiles(Case theCase) {
        return cases.eventFiles(theCase).stream()
                .filter(file -> !file.event().isInProgress())
                .toList();
    }

    /** Whether its service can add no event to its history before tomorrow. */
    public boolean isFullToday(Case theCase) {
        return ceiling.isReached(theCase, Party.RECIPIENT);
    }

    /** An organisation's number of cases for each démarche, without zeros. */
    public Map<String, Long> countByProcess(OrganizationKey recipient) {
        return cases.countByProcess(recipient);
    }
}
