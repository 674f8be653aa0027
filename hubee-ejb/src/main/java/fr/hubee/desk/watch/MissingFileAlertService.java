package fr.hubee.desk.watch;

import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Tells an operator's business administrators of the folders that are complete for a day without one of their files: once of each folder. */
@Stateless
@RolesAllowed(RoleNames.BATCH)
public class MissingFileAlertService {
    private static final Duration AFTER = Duration.ofDays(1);

    private static final String PAGE = "/a-surveiller#pieces";

    private static final String DUE = """
             %s join case_attachment l on l.attachment_id = a.id
            where %s and f.completed_at <= :before and not exists (select from case_alert t
                where t.case_id = l.case_id and t.audience = 'MISSING_FILES' and t.counted_from = f.completed_at)""".formatted(UnreadableFileService.FOLDERS, UnreadableFileService.MISSING);

    private static final String TELL = """
            with due as (select distinct l.case_id, f.id as folder, f.completed_at, p.name as process %s and %s),
            told as (
                insert into case_alert (case_id, audience, counted_from, told_at)
                select case_id, 'MISSING_FILES', completed_at, :now from due order by case_id
                on conflict do nothing returning case_id)
            select process, count(distinct folder), min(completed_at) from due join told on told.case_id = due.case_id
            group by 1 order by 1""".formatted(DUE, UnopenedCases.OF_OPERATOR);

    private static final String OPERATORS = """
            select distinct key collate "C" from (select %s as key %s) keys
            where key collate "C" > :after order by 1 limit :most""".formatted(UnopenedCases.OPERATOR, DUE);

    @PersistenceContext
    EntityManager entities;

    @Inject
    AccountLookup accounts;

    @Inject
    MailOutbox outbox;

    @Inject
    Clock clock;

    /**
     * Returns the operators to tell, by key.
     *
     * @param after null for the first page
     */
    @SuppressWarnings("unchecked") // a native query of one column
    public List<String> operators(String after, int maxResult) {
        return bind(entities.createNativeQuery(OPERATORS, String.class), clock.instant())
                .setParameter("after", after == null ? "" : after)
                .setParameter("most", maxResult)
                .getResultList();
    }

    /** @return whether a mail was written; without an administrator nothing is, so that a later one is told */
    public boolean tell(String operator) {
        var key = OrganizationKey.parse(operator).orElseThrow(() -> NotFound.of("Organization"));
        var administrators = accounts.active(ActorType.BUSINESS_ADMINISTRATOR, key);
        if (administrators.isEmpty()) {
            return false;
        }
        var lines = lines(key);
        if (!lines.isEmpty()) {
            administrators.forEach(person -> outbox.post(mail(person, lines)));
        }
        return !lines.isEmpty();
    }

    /** Records that they are told: of two nodes, one gets each folder. */
    private List<MailValues> lines(OrganizationKey operator) {
        var now = clock.instant();
        Stream<?> rows = bind(entities.createNativeQuery(TELL), now)
                .setParameter("now", now)
                .setParameter("type", operator.type().name())
                .setParameter("register", operator.companyRegister())
                .setParameter("branch", operator.branchCode())
                .getResultStream();
        return rows.map(row -> line((Object[]) row)).toList();
    }

    private static <Q extends Query> Q bind(Q query, Instant now) {
        query.setParameter("before", now.minus(AFTER));
        return query;
    }

    /** Returns the line of one démarche. */
    private static MailValues line(Object... row) {
        var process = row[0];
        long folders = (Long) row[1];
        var since = Paris.DAY.format((Instant) row[2]);
        return MailValues.of(
                        "text",
                        folders == 1
                                ? Words.text("desk.missingFiles.one", process, since)
                                : Words.text("desk.missingFiles.many", folders, process, since))
                .and("listPath", PAGE);
    }

    private static NewMail mail(KnownAccount person, List<MailValues> lines) {
        var values = MailValues.NONE
                .and("news", lines)
                .and("listPath", PAGE)
                // for the release before, which sends it as a digest
                .and("organization", Words.text("desk.missingFiles.organization"))
                .and("process", Words.text("desk.missingFiles.subject"))
                .and("settingsPath", PAGE);
        return NewMail.to(person, MailTemplate.MISSING_FILES, values);
    }
}
