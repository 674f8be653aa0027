package fr.hubee.desk.casework;

import fr.hubee.clients.client.Silences;
import fr.hubee.clients.client.SilentSubscription;
import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.desk.casework.RescuedCases.Rescued;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.files.storage.StoredFile;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.mail.outbox.MailValues;
import fr.hubee.mail.outbox.NewMail;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Lets the local administrator of a service read and download the cases that wait for its software, once it has been silent for two days.
 * Each reading is recorded; the editor is notified of the first one of a silence.
 *
 * <p>The result is empty for a case that is not open to her here: she may still see it by her other roles.
 */
@Stateless
@RolesAllowed(Roles.LOCAL)
public class RescueService {
    @Inject
    Silences silences;

    @Inject
    RescuedCases cases;

    @Inject
    RescueRepository rescues;

    @Inject
    AccountLookup accounts;

    @Inject
    MailOutbox outbox;

    @Inject
    Clock clock;

    /** Returns how many cases wait. */
    public long count(Caller caller) {
        return rescues.count(silences.of(caller.organization()));
    }

    /** Returns the cases that have waited for longest. */
    public Page<RescuableCase> page(Caller caller, int offset, int maxResult) {
        return rescues.page(silences.of(caller.organization()), offset, maxResult);
    }

    /** Returns the case for a person who opens its page; recorded. */
    public Optional<CaseView> open(Caller caller, UUID id, HistoryPart part) {
        var found = find(caller, id);
        found.ifPresent(this::tell);
        return found.map(rescued -> cases.open(caller, rescued, part));
    }

    /** Returns the case for a page that is already open. */
    public Optional<CaseView> read(Caller caller, UUID id, HistoryPart part) {
        return find(caller, id).map(rescued -> cases.read(caller, rescued, part));
    }

    /** Opens a file; recorded. */
    public Optional<StoredFile> file(Caller caller, AttachmentPath.Reading path) {
        var found = find(caller, path.caseId());
        found.ifPresent(this::tell);
        return found.map(rescued -> cases.file(caller, rescued, path));
    }

    /** Opens all files of a case; recorded. */
    public Optional<CaseBundle> files(Caller caller, UUID id) {
        var found = find(caller, id);
        found.ifPresent(this::tell);
        return found.map(rescued -> cases.files(caller, rescued));
    }

    private Optional<Rescued> find(Caller caller, UUID id) {
        return cases.find(caller, id, silences.of(caller.organization()));
    }

    /**
     * Notifies the editor, once per silence. If there is nobody to notify, nothing is recorded, so that a person who comes later is
     * notified.
     */
    private void tell(Rescued rescued) {
        var silence = rescued.silence();
        var editors = silence.editor() == null
                ? List.<KnownAccount>of()
                : accounts.active(ActorType.EDITOR, silence.editor());
        if (editors.isEmpty() || !rescues.tell(silence, clock.instant())) {
            return;
        }
        var values = EditorNotice.of(silence, rescues.count(List.of(silence)));
        editors.forEach(person -> outbox.post(NewMail.to(person, MailTemplate.RESCUE, values)));
    }

    /** The mail to the editor of silent software: which service, which démarche, how many wait, since when; nothing about a person. */
    static final class EditorNotice {
        private static final DateTimeFormatter MOMENT = Paris.moments("d MMMM uuuu 'à' " + Paris.HOUR);

        private EditorNotice() {}

        static MailValues of(SilentSubscription silence, long waiting) {
            var page = "/abonnement?id=" + silence.subscription();
            var since = MOMENT.format(silence.since());
            var count = waiting == 1 ? "1 télédossier attend" : waiting + " télédossiers attendent";
            return MailValues.of("process", silence.processName())
                    .and("organization", silence.serviceName())
                    .and("since", since)
                    .and("waiting", count)
                    .and("listPath", page)
                    .and("settingsPath", page)
                    // for the release before, which sends it as a digest
                    .and(
                            "news",
                            List.of(MailValues.of("text", count + " un logiciel silencieux depuis le " + since)
                                    .and("listPath", page)));
        }
    }

    /** Finds the cases that wait for silent software, by the index {@code cases_by_transmission}; and records which editor was notified. */
    @Dependent
    static class RescueRepository {
        /** The condition of {@link fr.hubee.desk.casework.CaseRights} that the case itself fulfils. */
        private static final String WAITING = """
                 from cases c where c.company_register = :register and c.branch_code = :branch and c.organization_type = :type
                    and c.process_code = any (:codes) and c.status = 'HUBEE_NOTIFIED' and c.access_mode = 'API'""";

        private static final String LINES = """
                select f.id, f.external_id, f.process_code, (select p.name from process p where p.code = f.process_code), f.transmitted_at
                from (select c.*%s order by c.transmitted_at, c.id limit :most offset :offset) f
                order by f.transmitted_at, f.id""".formatted(WAITING);

        @PersistenceContext
        EntityManager entities;

        long count(List<SilentSubscription> silences) {
            return silences.isEmpty()
                    ? 0
                    : (Long) of(silences, "select count(*)" + WAITING).getSingleResult();
        }

        /** Returns the cases that have waited for longest. */
        Page<RescuableCase> page(List<SilentSubscription> silences, int offset, int maxResult) {
            if (silences.isEmpty()) {
                return new Page<>(List.of(), offset, 0);
            }
            Stream<?> rows = of(silences, LINES)
                    .setParameter("most", maxResult)
                    .setParameter("offset", offset)
                    .getResultStream();
            var lines = rows.map(row -> line((Object[]) row)).toList();
            return new Page<>(lines, offset, count(silences));
        }

        private static RescuableCase line(Object[] row) {
            return new RescuableCase(
                    (UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (Instant) row[4]);
        }

        /** Returns the query for one service. */
        private Query of(List<SilentSubscription> silences, String statement) {
            var service = silences.get(0).service();
            return entities.createNativeQuery(statement)
                    .setParameter("register", service.companyRegister())
                    .setParameter("branch", service.branchCode())
                    .setParameter("type", service.type().name())
                    .setParameter(
                            "codes",
                            silences.stream()
                                    .map(SilentSubscription::processCode)
                                    .toArray(String[]::new));
        }

        /** @return whether its editor was not yet notified of this silence: of two nodes, one gets it */
        boolean tell(SilentSubscription silence, Instant now) {
            return entities.createNativeQuery("""
                                    insert into rescue_notice (subscription_id, silent_since, told_at) values (:subscription, :since, :now)
                                    on conflict do nothing""")
                            .setParameter("subscription", silence.subscription())
                            .setParameter("since", silence.since())
                            .setParameter("now", now)
                            .executeUpdate()
                    > 0;
        }
    }

    /** A télédossier that waits for silent software. It names nobody: opening it is recorded. */
    public record RescuableCase(
            UUID id, String externalId, String processCode, String processName, Instant transmittedAt) {}
}
