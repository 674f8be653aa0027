package fr.hubee.desk.watch;

import static fr.hubee.desk.watch.UnopenedCases.KEY;
import static fr.hubee.desk.watch.UnopenedCases.OPERATOR;
import static fr.hubee.desk.watch.UnopenedCases.SINCE;

import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.ActorType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Alerts people of télédossiers that nobody opened: each {@link Audience} once, with one mail per address and run. */
@Stateless
@RolesAllowed(RoleNames.BATCH)
public class AlertService {
    private static final String NOT_TOLD = " and not exists (select from case_alert a"
            + " where a.case_id = c.id and a.audience = '%s' and a.counted_from = " + SINCE + ")";

    private static final String TELL = """
            with due as (
                select c.id, %s %s and %s),
            told as (
                insert into case_alert (case_id, audience, counted_from, told_at)
                select id, :audience, since, :now from due order by id on conflict do nothing returning case_id),
            announced as (
                insert into digest_line_case (line_id, case_id)
                select cast(:line as uuid), due.id from due join told on told.case_id = due.id
                where cast(:line as uuid) is not null and not software)
            select %s from due join told on told.case_id = due.id
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9 order by 5, 1, 2, 3""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    ArrivalLimits limits;

    @Inject
    AccountLookup accounts;

    @Inject
    MailOutbox outbox;

    @Inject
    Clock clock;

    /**
     * Returns the services about which somebody must be alerted, by key.
     *
     * @param after null for the first page
     */
    public List<String> services(String after, int maxResult) {
        return keys(KEY, List.of(Audience.SERVICE, Audience.ADMINISTRATORS), after, maxResult);
    }

    /** Returns the operators that must be alerted, by key. */
    public List<String> operators(String after, int maxResult) {
        return keys(OPERATOR, List.of(Audience.OPERATOR), after, maxResult);
    }

    /** @return whether a mail was written */
    public boolean tellService(String service) {
        var key = key(service);
        var line = UuidV7.next();
        var digests = AlertDigests.ofService(line);
        tell(Audience.SERVICE, key, line, clock.instant()).forEach(digests::toService);
        var administrators = accounts.active(ActorType.LOCAL_ADMINISTRATOR, key);
        if (!administrators.isEmpty()) {
            digests.toAll(administrators, tell(Audience.ADMINISTRATORS, key, null, clock.instant()));
        }
        return post(digests);
    }

    /** @return whether a mail was written */
    public boolean tellOperator(String operator) {
        var key = key(operator);
        var digests = AlertDigests.ofOperator();
        var administrators = accounts.active(ActorType.BUSINESS_ADMINISTRATOR, key);
        if (!administrators.isEmpty()) {
            digests.toAll(administrators, tell(Audience.OPERATOR, key, null, clock.instant()));
        }
        return post(digests);
    }

    private boolean post(AlertDigests digests) {
        var mails = digests.mails();
        mails.forEach(outbox::post);
        return !mails.isEmpty();
    }

    private static OrganizationKey key(String text) {
        return OrganizationKey.parse(text).orElseThrow(() -> NotFound.of("Organization"));
    }

    @SuppressWarnings("unchecked") // a native query of one column
    private List<String> keys(String key, List<Audience> audiences, String after, int maxResult) {
        var each = audiences.stream()
                .map(audience -> "select " + key + " as key" + due(audience))
                .reduce((some, more) -> some + " union all " + more)
                .orElseThrow();
        var query = entities.createNativeQuery(
                "select distinct key collate \"C\" from (" + each
                        + ") keys where key collate \"C\" > :after order by 1 limit :most",
                String.class);
        return limits.bind(query)
                .setParameter("after", after == null ? "" : after)
                .setParameter("most", maxResult)
                .getResultList();
    }

    /**
     * Records that the audience is alerted of the remaining cases: of two nodes, one gets each case.
     *
     * @param whose the service; the operator for {@link Audience#OPERATOR}
     * @param line by which the list shows those of the portal; null where the mail leads to no list
     */
    private List<Unopened> tell(Audience audience, OrganizationKey whose, UUID line, Instant now) {
        var of = audience == Audience.OPERATOR ? UnopenedCases.OF_OPERATOR : UnopenedCases.OF_SERVICE;
        var query = entities.createNativeQuery(
                TELL.formatted(UnopenedCases.COLUMNS, due(audience), of, UnopenedCases.GROUPED));
        Stream<?> rows = limits.bind(query)
                .setParameter("type", whose.type().name())
                .setParameter("register", whose.companyRegister())
                .setParameter("branch", whose.branchCode())
                .setParameter("audience", audience.name())
                .setParameter("line", line == null ? null : line.toString())
                .setParameter("now", now)
                .getResultStream();
        return rows.map(row -> Unopened.of((Object[]) row)).toList();
    }

    private static String due(Audience audience) {
        return UnopenedCases.from(audience.days) + " and " + audience.condition + NOT_TOLD.formatted(audience.name());
    }

    /** The people who are alerted of an unopened télédossier, in this order; each once. */
    enum Audience {
        /** The address of its subscription, after the first delay; not where no mail is wanted there. */
        SERVICE(UnopenedCases.FIRST, UnopenedCases.HAS_ADDRESS),
        /** The local administrators, after the second delay; after the first where the service gets no mail. */
        ADMINISTRATORS(
                "case when " + UnopenedCases.HAS_ADDRESS + " then " + UnopenedCases.SECOND + " else "
                        + UnopenedCases.FIRST + " end",
                "true"),
        /** The business administrators of the démarche's operator, after the second delay. */
        OPERATOR(UnopenedCases.SECOND, "true");

        /** The delay, in SQL. */
        private final String days;

        /** The SQL condition of the cases that the alert covers. */
        private final String condition;

        Audience(String days, String condition) {
            this.days = days;
            this.condition = condition;
        }
    }
}
