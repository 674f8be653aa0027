package fr.hubee.desk.casework;

import fr.hubee.directory.process.ProcessService;
import fr.hubee.directory.subscription.KnownSubscription;
import fr.hubee.directory.subscription.SubscriptionLookup;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The ready-made answers of a service, which is an organisation with one of its démarches: those who handle its télédossiers share them.
 * The journal records their titles, not their texts.
 */
@Stateless
@RolesAllowed(RoleNames.MANAGE_FOLDERS)
public class ReadyAnswerService {
    /** Maximum per service. */
    private static final int MOST = 30;

    private static final int LONGEST_TITLE = 60;

    @PersistenceContext
    EntityManager entities;

    @Inject
    SubscriptionLookup subscriptions;

    @Inject
    ProcessService processes;

    @Inject
    AuditJournal journal;

    /** Returns the codes of the démarches for which the caller may write messages, in order: no other one has ready-made answers. */
    @RolesAllowed(RoleNames.PERSON)
    public List<String> processes(Caller caller) {
        return caller.processCodes().stream()
                .filter(caller::manages)
                .filter(code -> processes
                        .find(code)
                        .map(PortalTransitions::new)
                        .filter(PortalTransitions::allowMessage)
                        .isPresent())
                .sorted()
                .toList();
    }

    /** Returns those of the caller's organisation in this démarche, by title. */
    public List<ReadyAnswer> list(Caller caller, String processCode) {
        return service(caller, processCode).map(this::of).orElse(List.of());
    }

    public void add(Caller caller, String processCode, String title, String text) {
        var service = require(caller, processCode);
        var wanted = checked(new ReadyAnswer(UuidV7.next(), 0, title, text), hold(service));
        entities.createNativeQuery("insert into ready_answer values (:id, :service, :title, :text, 0)")
                .setParameter("id", wanted.id())
                .setParameter("service", service)
                .setParameter("title", wanted.title())
                .setParameter("text", wanted.text())
                .executeUpdate();
        record(caller, AuditAction.READY_ANSWER_ADDED, processCode, service, null, wanted.title());
    }

    /** @throws Conflict when a colleague has changed it since the caller has read it */
    public void change(Caller caller, String processCode, ReadyAnswer changed) {
        var service = require(caller, processCode);
        var all = hold(service);
        var before = find(all, changed.id());
        if (before.version() != changed.version()) {
            throw new Conflict(Words.text("desk.answer.changedMeanwhile"));
        }
        var wanted = checked(changed, all);
        entities.createNativeQuery(
                        "update ready_answer set title = :title, text = :text, version = version + 1 where id = :id")
                .setParameter("id", wanted.id())
                .setParameter("title", wanted.title())
                .setParameter("text", wanted.text())
                .executeUpdate();
        record(caller, AuditAction.READY_ANSWER_CHANGED, processCode, service, before.title(), wanted.title());
    }

    public void delete(Caller caller, String processCode, UUID id) {
        var service = require(caller, processCode);
        var before = find(hold(service), id);
        entities.createNativeQuery("delete from ready_answer where id = :id")
                .setParameter("id", id)
                .executeUpdate();
        record(caller, AuditAction.READY_ANSWER_DELETED, processCode, service, before.title(), null);
    }

    /**
     * Returns the subscription of the caller's organisation.
     *
     * @throws NotAllowed unless the caller may write messages for it
     */
    private Optional<UUID> service(Caller caller, String processCode) {
        if (!processes(caller).contains(processCode)) {
            throw new NotAllowed(Words.text("desk.case.readOnly")).on(processCode);
        }
        return subscriptions.find(processCode, caller.organization()).map(KnownSubscription::id);
    }

    private UUID require(Caller caller, String processCode) {
        return service(caller, processCode).orElseThrow(() -> NotFound.of("Subscription"));
    }

    /** Returns all of a service, once concurrent changes of them are over. */
    private List<ReadyAnswer> hold(UUID service) {
        entities.createNativeQuery("select 1 from subscription where id = :service for no key update")
                .setParameter("service", service)
                .getResultList();
        return of(service);
    }

    @SuppressWarnings("unchecked") // a native query
    private List<ReadyAnswer> of(UUID service) {
        return entities.createNativeQuery("""
                        select r.id, r.version, r.title, r.text from ready_answer r
                        where r.subscription_id = :service order by\s""" + FrenchOrder.ofColumn("r.title"), ReadyAnswer.class)
                .setParameter("service", service)
                .getResultList();
    }

    private static ReadyAnswer find(List<ReadyAnswer> all, UUID id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(() -> NotFound.of("Answer"));
    }

    /**
     * Returns it as it is stored.
     *
     * @param all those of its service
     */
    static ReadyAnswer checked(ReadyAnswer wanted, List<ReadyAnswer> all) {
        var title = wanted.title() == null
                ? ""
                : wanted.title().replaceAll("[\\p{Z}\\s]+", " ").strip();
        var text = CaseMove.text(Words.text("desk.answer.what"), wanted.text());
        if (title.isEmpty() || text == null) {
            throw new InvalidRequest(Words.text("desk.answer.incomplete"));
        }
        if (title.codePointCount(0, title.length()) > LONGEST_TITLE) {
            throw new InvalidRequest(Words.text("desk.answer.titleTooLong", LONGEST_TITLE));
        }
        var others = all.stream().filter(each -> !each.id().equals(wanted.id())).toList();
        if (others.stream().anyMatch(each -> each.title().equalsIgnoreCase(title))) {
            throw new InvalidRequest(Words.text("desk.answer.titleTaken", title));
        }
        if (others.size() >= MOST) {
            throw new InvalidRequest(Words.text("desk.answer.tooMany", MOST));
        }
        return new ReadyAnswer(wanted.id(), wanted.version(), title, text);
    }

    private void record(
            Caller caller, AuditAction action, String processCode, UUID service, String before, String after) {
        journal.record(Act.by(caller, action)
                .on(caller.organization(), service)
                .with(Changes.NONE.and("readyAnswer", before, after))
                .about(Set.of(processCode)));
    }
}
