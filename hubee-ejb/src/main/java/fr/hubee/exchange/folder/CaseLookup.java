package fr.hubee.exchange.folder;

import fr.hubee.exchange.folder.CaseService.CaseDetail;
import fr.hubee.exchange.status.Party;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The only place with queries for cases, their files and their events: each query is limited to what the caller may see. Other features
 * of this module find cases here.
 */
@Dependent
public class CaseLookup {
    private static final String AFTER = "and e.createdAt >= :at and (e.createdAt > :at or e.id > :last)";

    private static final int MOST_NUMBERED = 20;

    @PersistenceContext
    EntityManager entities;

    @Inject
    FolderRepository folders;

    @Inject
    CaseReadRecorder reads;

    @Inject
    FolderJournal journal;

    @Inject
    EventCeiling ceiling;

    public Case require(Caller caller, UUID id) {
        var found = entities.createQuery("select c from Case c join fetch c.folder where c.id = :id", Case.class)
                .setParameter("id", id)
                .getResultList();
        if (found.isEmpty()) {
            throw NotFound.of("Case");
        }
        CaseAccess.check(caller, found.get(0));
        return found.get(0);
    }

    /**
     * Returns the transmitted cases of a service with this number, which it or its folder has; oldest first. Operators give the numbers: one
     * is not unique.
     */
    public List<Case> numbered(Caller caller, OrganizationKey recipient, String externalId) {
        var found = entities.createQuery("""
                        select c from Case c join fetch c.folder where c.recipient = :recipient and c.transmittedAt is not null
                          and (c.externalId = :number or c.folder.externalId = :number)
                        order by c.transmittedAt, c.id""", Case.class)
                .setParameter("recipient", recipient)
                .setParameter("number", externalId)
                .setMaxResults(MOST_NUMBERED)
                .getResultList();
        found.forEach(each -> CaseAccess.check(caller, each));
        return found;
    }

    /** Locks the folder's row, then those of its cases, as it reads them: concurrent changes are serialised, none is lost. */
    public Case requireForUpdate(Caller caller, UUID id) {
        var found = entities.createQuery("""
                        select f from Folder f join fetch f.cases
                        where f.id = (select c.folder.id from Case c where c.id = :id)""", Folder.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .flatMap(folder -> folder.cases().stream())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> NotFound.of("Case"));
        CaseAccess.check(caller, found);
        return found;
    }

    /** Requires an operator; called before a deleted folder is searched: a service gets the same answer whether it existed or not. */
    public void requireOfAnOperator(Caller caller) {
        CaseAccess.requireOfAnOperator(caller);
    }

    /** Requires that the caller may see that folder. */
    public void requireFolder(Caller caller, UUID id) {
        folders.require(caller, id);
    }

    public void open(Caller caller, Case theCase) {
        reads.opened(caller, theCase);
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

    /** Whether its service can add no event to its history before tomorrow. */
    public boolean isFullToday(Case theCase) {
        return ceiling.isReached(theCase, Party.RECIPIENT);
    }

    /** Returns the event, whose files are not read yet; locks the rows of its folder and of its cases as {@link #requireForUpdate} does. */
    CaseEvent requireEventForUpdate(Caller caller, UUID caseId, UUID eventId) {
        var found = entities.createQuery("""
                        select f, e from Folder f join fetch f.cases join CaseEvent e on e.id = :id and e.theCase.id = :case
                        where f.id = (select c.folder.id from Case c where c.id = :case)""", Object[].class)
                .setParameter("id", eventId)
                .setParameter("case", caseId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        return seen(caller, caseId, found.stream().findFirst().map(row -> (CaseEvent) row[1]));
    }

    /** Returns the event with its files, its case and its folder, which one statement reads. */
    CaseEvent requireEvent(Caller caller, UUID caseId, UUID eventId) {
        var found = entities.createQuery("""
                        select e, c from CaseEvent e join e.theCase c join fetch c.folder left join fetch e.attachments
                        where e.id = :id and c.id = :case""", Object[].class)
                .setParameter("id", eventId)
                .setParameter("case", caseId)
                .getResultList();
        return seen(caller, caseId, found.stream().findFirst().map(row -> (CaseEvent) row[0]));
    }

    /** @param found with its case and its folder; if there is none, another statement finds out which refusal the contract wants */
    CaseEvent seen(Caller caller, UUID caseId, Optional<CaseEvent> found) {
        var theCase = found.map(CaseEvent::theCase).orElseGet(() -> require(caller, caseId));
        CaseAccess.check(caller, theCase);
        var event = found.orElseThrow(() -> NotFound.of("Event"));
        CaseAccess.check(caller, event);
        return event;
    }

    /**
     * Returns the case with its folder, the attachments that it receives, and the oldest events that the caller may see. One statement reads
     * them, and another the events, if there are any.
     */
    CaseDetail detail(Caller caller, UUID id, int events) {
        var rows =
                entities.createQuery("""
                        select c, a, case when exists (select 1 from CaseEvent e where e.theCase = c) then true else false end
                        from Case c join fetch c.folder left join CaseAttachment l on l.theCase = c left join l.attachment a
                        where c.id = :id order by a.position""", Object[].class).setParameter("id", id).getResultList();
        if (rows.isEmpty()) {
            throw NotFound.of("Case");
        }
        var theCase = (Case) rows.get(0)[0];
        CaseAccess.check(caller, theCase);
        var attachments = rows.stream()
                .map(row -> (Attachment) row[1])
                .filter(Objects::nonNull)
                .toList();
        var hasEvents = (Boolean) rows.get(0)[2];
        return new CaseDetail(theCase, attachments, hasEvents ? events(caller, theCase, null, events) : List.of());
    }

    /** Returns the attachments that the case receives, in the order of the request. */
    public List<Attachment> attachments(Case theCase) {
        return entities.createQuery("""
                        select a from Attachment a join a.links l
                        where l.theCase = :case order by a.position""", Attachment.class)
                .setParameter("case", theCase)
                .getResultList();
    }

    /**
     * Returns events that the caller may see, with their files, oldest first.
     *
     * @param last the one after which they begin; null for the first
     */
    List<CaseEvent> events(Caller caller, Case theCase, CaseEvent last, int most) {
        var query = entities.createQuery("""
                        select e from CaseEvent e where e.theCase = :case %s
                          and (e.status <> fr.hubee.exchange.status.EventStatus.IN_PROGRESS
                            or e.transmitter = :reader or :admin = true)
                        order by e.createdAt, e.id""".formatted(last == null ? "" : AFTER), CaseEvent.class)
                .setParameter("case", theCase)
                .setParameter("reader", caller.organization())
                .setParameter("admin", caller.is(RoleNames.ADMIN))
                .setMaxResults(most);
        if (last != null) {
            query.setParameter("at", last.createdAt()).setParameter("last", last.id());
        }
        return withFiles(query.getResultList());
    }

    /** Returns the sent events with their files, newest first: some that are followed by so many newer ones. */
    public List<CaseEvent> history(Case theCase, int newer, int most) {
        return withFiles(entities.createQuery("""
                        select e from CaseEvent e where e.theCase = :case
                          and e.status <> fr.hubee.exchange.status.EventStatus.IN_PROGRESS
                        order by e.createdAt desc, e.id desc""", CaseEvent.class)
                .setParameter("case", theCase)
                .setFirstResult(newer)
                .setMaxResults(most)
                .getResultList());
    }

    public long historySize(Case theCase) {
        return entities.createQuery("""
                        select count(e) from CaseEvent e where e.theCase = :case
                          and e.status <> fr.hubee.exchange.status.EventStatus.IN_PROGRESS""", Long.class)
                .setParameter("case", theCase)
                .getSingleResult();
    }

    /** Adds the files of deposits in a second query, since a query cannot limit events and join their files; nearly always they are few. */
    private List<CaseEvent> withFiles(List<CaseEvent> events) {
        var deposits = events.stream().filter(CaseEvent::isDeposit).toList();
        if (!deposits.isEmpty()) {
            entities.createQuery(
                            "select distinct e from CaseEvent e left join fetch e.attachments where e in :deposits",
                            CaseEvent.class)
                    .setParameter("deposits", deposits)
                    .getResultList();
        }
        return events;
    }

    /** Returns the files of the sent events, oldest first. */
    public List<Attachment> eventFiles(Case theCase) {
        return allEventFiles(theCase).stream()
                .filter(file -> !file.event().isInProgress())
                .toList();
    }

    /** Returns the files of all its events, oldest first. */
    List<Attachment> allEventFiles(Case theCase) {
        return entities.createQuery("""
                        select a from Attachment a join fetch a.event
                        where a.event.theCase = :case
                          and a.event.actionType = fr.hubee.exchange.status.ActionType.ATTACH_DEPOSIT
                        order by a.event.createdAt, a.event.id, a.position""", Attachment.class)
                .setParameter("case", theCase)
                .getResultList();
    }

    List<BlobKey> remove(CaseEvent event) {
        var blobs = event.attachments().stream()
                .flatMap(attachment -> attachment.blob().stream())
                .toList();
        entities.createQuery("delete from CaseEvent e where e = :event") // the schema cascades to its files
                .setParameter("event", event)
                .executeUpdate();
        return blobs;
    }

    /** Whether a file of the folder has bytes, or may be on its way. The folder is locked. */
    boolean needsKey(Folder folder) {
        return (Boolean) entities.createNativeQuery("""
                        select exists (select from attachment a where a.folder_id = :folder and (a.blob_key is not null or a.status = 'PENDING'))
                            or exists (select from cases c join case_event e on e.case_id = c.id join attachment a on a.event_id = e.id
                                where c.folder_id = :folder and (a.blob_key is not null or a.status = 'PENDING'))""")
                .setParameter("folder", folder.id())
                .getSingleResult();
    }

    /** Moves the cases of some démarches to another organisation, with their history and unread notifications. */
    int migrate(OrganizationKey source, OrganizationKey target, Set<String> processCodes) {
        holdFoldersOf(source, processCodes);
        change("""
                update CaseEvent e set e.transmitter = :target where e.transmitter = :source
                  and e.theCase.id in (select c.id from Case c where c.recipient = :source
                    and c.processCode in (:codes))""", source, target, processCodes);
        return change("""
                update Case c set c.recipient = :target, c.version = c.version + 1
                where c.recipient = :source and c.processCode in (:codes)""", source, target, processCodes);
    }

    /**
     * Locks the folders as a change of one case does: concurrent changes wait, and then find the case at its new
     * organisation.
     */
    private void holdFoldersOf(OrganizationKey recipient, Set<String> processCodes) {
        entities.createNativeQuery("""
                        select 1 from folder f where f.id in (
                            select c.folder_id from cases c
                            where c.organization_type = :type and c.company_register = :register
                              and c.branch_code = :branch and c.process_code = any (:codes))
                        order by f.id for no key update""")
                .setParameter("type", recipient.type().name())
                .setParameter("register", recipient.companyRegister())
                .setParameter("branch", recipient.branchCode())
                .setParameter("codes", processCodes.toArray(String[]::new))
                .getResultList();
    }

    private int change(String update, OrganizationKey source, OrganizationKey target, Set<String> processCodes) {
        return entities.createQuery(update)
                .setParameter("source", source)
                .setParameter("target", target)
                .setParameter("codes", processCodes)
                .executeUpdate();
    }

    /** The démarches of an organisation's cases. */
    Set<String> processCodesOf(OrganizationKey recipient) {
        return Set.copyOf(entities.createQuery(
                        "select distinct c.processCode from Case c where c.recipient = :recipient", String.class)
                .setParameter("recipient", recipient)
                .getResultList());
    }

    /** Returns an organisation's number of cases for each démarche, without zeros. */
    public Map<String, Long> countByProcess(OrganizationKey recipient) {
        return entities.createQuery("""
                        select c.processCode, count(c) from Case c where c.recipient = :recipient
                        group by c.processCode""", Object[].class)
                .setParameter("recipient", recipient)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }
}
