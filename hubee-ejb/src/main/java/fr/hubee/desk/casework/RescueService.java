package fr.hubee.desk.casework;

import fr.hubee.clients.client.Silences;
import fr.hubee.clients.client.SilentSubscription;
import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.directory.process.Process;
import fr.hubee.exchange.folder.Attachment;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.folder.AttachmentRecorder;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.CaseLookup;
import fr.hubee.files.storage.StoredFile;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.mail.outbox.MailValues;
import fr.hubee.mail.outbox.NewMail;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Lets the local administrator of a service read and download the cases that wait for its software, once it has been silent for two days
 * ({@link CaseRights#rescuing}). Each reading is recorded, and changes neither a case nor its history; the editor is notified of the first
 * one of a silence.
 *
 * <p>The result is empty for a case that is not open to her here: she may still see it by her other roles.
 */
@Stateless
@RolesAllowed(RoleNames.LOCAL)
public class RescueService {
    /** The condition of {@link CaseRights} that the case itself fulfils, found by the index {@code cases_by_transmission}. */
    private static final String WAITING = """
             from cases c where c.company_register = :register and c.branch_code = :branch and c.organization_type = :type
                and c.process_code = any (:codes) and c.status = 'HUBEE_NOTIFIED' and c.access_mode = 'API'""";

    private static final String LINES = """
            select f.id, f.external_id, f.process_code, (select %s from process where code = f.process_code), f.transmitted_at
            from (select c.*%s order by c.transmitted_at, c.id limit :most offset :offset) f
            order by f.transmitted_at, f.id""".formatted(Process.TITLE, WAITING);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Silences silences;

    @Inject
    CaseLookup cases;

    @Inject
    CaseViewFactory views;

    @Inject
    ReadableFileLookup files;

    @Inject
    AttachmentRecorder attachments;

    @Inject
    AccountLookup accounts;

    @Inject
    MailOutbox outbox;

    @Inject
    Clock clock;

    /** A télédossier that waits for silent software. It names nobody: opening it is recorded. */
    public record RescuableCase(
            UUID id, String externalId, String processCode, String processName, Instant transmittedAt) {}

    /** A case that she may read, and why. */
    private record Rescued(Case theCase, SilentSubscription silence, CaseRights rights) {}

    public long count(Caller caller) {
        return count(silences.of(caller.organization()));
    }

    private long count(List<SilentSubscription> silent) {
        return silent.isEmpty()
                ? 0
                : (Long) query(silent, "select count(*)" + WAITING, Long.class).getSingleResult();
    }

    @SuppressWarnings("unchecked") // a native query
    public Page<RescuableCase> page(Caller caller, int offset, int maxResult) {
        var silent = silences.of(caller.organization());
        if (silent.isEmpty()) {
            return new Page<>(List.of(), offset, 0);
        }
        List<RescuableCase> lines = query(silent, LINES, RescuableCase.class)
                .setParameter("most", maxResult)
                .setParameter("offset", offset)
                .getResultList();
        return new Page<>(lines, offset, count(silent));
    }

    private Query query(List<SilentSubscription> silent, String statement, Class<?> line) {
        var service = silent.get(0).service();
        return entities.createNativeQuery(statement, line)
                .setParameter("register", service.companyRegister())
                .setParameter("branch", service.branchCode())
                .setParameter("type", service.type().name())
                .setParameter("codes", codes(silent).toArray(String[]::new));
    }

    private static Set<String> codes(List<SilentSubscription> silent) {
        return silent.stream().map(SilentSubscription::processCode).collect(Collectors.toSet());
    }

    /** Returns the case for a person who opens its page; recorded. */
    public Optional<CaseView> open(Caller caller, UUID id, HistoryPart part) {
        return noticed(caller, id).map(rescued -> {
            cases.rescue(caller, rescued.theCase(), rescued.silence().since());
            return view(caller, rescued, part);
        });
    }

    /** Returns the case for a page that is already open. */
    public Optional<CaseView> read(Caller caller, UUID id, HistoryPart part) {
        return find(caller, id).map(rescued -> view(caller, rescued, part));
    }

    private CaseView view(Caller caller, Rescued rescued, HistoryPart part) {
        var reader = caller.reading(Set.of(rescued.silence().processCode()));
        return views.of(reader, rescued.theCase(), rescued.rights(), part);
    }

    /**
     * Opens a file; recorded.
     *
     * @throws NotFound when the case has no such file
     */
    public Optional<StoredFile> file(Caller caller, AttachmentPath.Reading path) {
        return noticed(caller, path.caseId())
                .map(rescued -> taken(caller, rescued, files.require(rescued.theCase(), path)));
    }

    /**
     * Opens all files of a case; recorded for each.
     *
     * @throws NotFound when it has none
     * @throws Conflict with the name of a damaged one
     */
    public Optional<CaseBundle> files(Caller caller, UUID id) {
        return noticed(caller, id).map(rescued -> {
            var theCase = rescued.theCase();
            var received = files.received(theCase);
            attachments.requireUndamaged(theCase, received);
            if (received.isEmpty()) {
                throw NotFound.of("File");
            }
            var stored =
                    received.stream().map(file -> taken(caller, rescued, file)).toList();
            return new CaseBundle(theCase.id(), theCase.externalId(), stored);
        });
    }

    private StoredFile taken(Caller caller, Rescued rescued, Attachment file) {
        return attachments.rescue(
                caller, rescued.theCase(), file, rescued.silence().since());
    }

    private Optional<Rescued> find(Caller caller, UUID id) {
        var silent = silences.of(caller.organization());
        if (silent.isEmpty()) {
            return Optional.empty();
        }
        try {
            var theCase = cases.require(caller.reading(codes(silent)), id);
            return silent.stream()
                    .flatMap(silence -> CaseRights.rescuing(caller, theCase, silence).stream()
                            .map(rights -> new Rescued(theCase, silence, rights)))
                    .findFirst();
        } catch (NotFound failure) {
            return Optional.empty();
        }
    }

    /** Finds the case, and notifies the editor of its software. */
    private Optional<Rescued> noticed(Caller caller, UUID id) {
        var found = find(caller, id);
        found.map(Rescued::silence).ifPresent(this::notifyEditor);
        return found;
    }

    /**
     * Notifies the editor, once per silence. If there is nobody to notify, nothing is recorded, so that a person who comes later is
     * notified.
     */
    private void notifyEditor(SilentSubscription silence) {
        var editors = silence.editor() == null
                ? List.<KnownAccount>of()
                : accounts.active(ActorType.EDITOR, silence.editor());
        if (editors.isEmpty() || !isFirst(silence)) {
            return;
        }
        var values = notice(silence, count(List.of(silence)));
        editors.forEach(person -> outbox.post(NewMail.to(person, MailTemplate.RESCUE, values)));
    }

    /** Records that the editor is notified of this silence; of two nodes, one is the first. */
    private boolean isFirst(SilentSubscription silence) {
        return entities.createNativeQuery("""
                                insert into rescue_notice (subscription_id, silent_since, told_at) values (:subscription, :since, :now)
                                on conflict do nothing""")
                        .setParameter("subscription", silence.subscription())
                        .setParameter("since", silence.since())
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                > 0;
    }

    /** Returns the mail to the editor: which service, which démarche, how many wait, since when; nothing about a person. */
    static MailValues notice(SilentSubscription silence, long waiting) {
        var page = "/abonnement?id=" + silence.subscription();
        var since = Paris.MOMENT.format(silence.since());
        var count = waiting == 1 ? Words.text("desk.rescue.oneWaits") : Words.text("desk.rescue.manyWait", waiting);
        return MailValues.of("process", silence.processName())
                .and("organization", silence.serviceName())
                .and("since", since)
                .and("waiting", count)
                .and("listPath", page)
                .and("settingsPath", page)
                // for the release before, which sends it as a digest
                .and(
                        "news",
                        List.of(MailValues.of("text", Words.text("desk.rescue.inDigest", count, since))
                                .and("listPath", page)));
    }
}
