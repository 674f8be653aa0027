package fr.hubee.folder;

import fr.hubee.security.Caller;
import fr.hubee.shared.OrganizationKey;
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

    public Case require(Caller caller, UUID id) {
        return cases.require(caller, id);
    }

    /** To call before looking for a folder that is gone: a service gets the same answer whether it existed or not. */
    public void requireOfAnOperator(Caller caller) {
        CaseAccess.requireOfAnOperator(caller);
    }

    /** Whether the caller may see that folder. */
    public void requireFolder(Caller caller, UUID id) {
        folders.require(caller, id);
    }

    /** Locks the folder's row until the transaction ends: concurrent changes of the folder wait. */
    public Case requireForUpdate(Caller caller, UUID id) {
        return cases.requireForUpdate(caller, id);
    }

    /** For a person who opens its page; recorded. */
    public void open(Caller caller, UUID id) {
        openings.opened(caller, cases.require(caller, id));
    }

    /** For a person who takes it away on paper, whether or not she opened its page; recorded each time. */
    public void print(Caller caller, UUID id) {
        open(caller, id);
        journal.printed(caller, cases.require(caller, id));
    }

    /**
     * A person reads what waits for silent software; recorded each time.
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

    /** Its history with its files, oldest first. */
    public List<CaseEvent> events(Case theCase) {
        return cases.events(theCase);
    }

    /** An organisation's number of cases for each démarche, without zeros. */
    public Map<String, Long> countByProcess(OrganizationKey recipient) {
        return cases.countByProcess(recipient);
    }
}
