package fr.hubee.directory.subscription;

import fr.hubee.directory.organization.NamedOrganization;
import fr.hubee.directory.process.SubscriptionValidation;
import fr.hubee.directory.subscription.SubscriptionFilter.SubscriptionSort;
import fr.hubee.kernel.database.Conditions;
import fr.hubee.kernel.database.LikePattern;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Subscriptions with the names of their parties, for the portal; lists are limited to the caller's perimeter. */
@Dependent
class SubscriptionLineRepository {
    private static final String FROM = """
             from Subscription s
            join Process p on p.code = s.processCode
            join Organization osl on osl.key = p.details.osl
            join Organization o on o.key = s.subscriber
            left join Organization e on e.key = s.editor""";

    private static final String LINE = """
            select new fr.hubee.directory.subscription.SubscriptionLine(s.id, s.version, s.processCode, p.title,
                p.details.subscriptionValidation, p.details.osl, osl.name, s.subscriber, o.name, s.datapassId, s.accessMode,
                s.editor, e.name, s.status, s.validatedAt, s.activatedAt, s.endedAt, s.createdAt, s.updatedAt)""";

    /** Joins that suffice for conditions, except on the subscriber's name. */
    private static final String COUNTED = " from Subscription s join Process p on p.code = s.processCode";

    private static final String PROCESSES = """
            select new fr.hubee.directory.subscription.NamedProcess(p.code, p.title, p.details.osl, osl.name)
            from Process p join Organization osl on osl.key = p.details.osl
            where p.code in (select s.processCode from Subscription s%s)""";

    private static final String SUBSCRIBERS = """
            select new fr.hubee.directory.organization.NamedOrganization(o.key, o.name) from Organization o
            where exists (select s.id from Subscription s
                join Process p on p.code = s.processCode and s.subscriber = o.key%s)
            order by %s, o.key.companyRegister, o.key.branchCode""";

    private static final String NAMED =
            "(lower(o.name) like :text escape '!' or s.subscriber.companyRegister like :text escape '!')";

    /** See {@link SubscriptionLine#awaitsValidation()}. */
    private static final String AWAITING = """
            (p.details.subscriptionValidation = :awaited and s.validatedAt is null
            and s.status = fr.hubee.directory.subscription.SubscriptionStatus.INACTIVE)""";

    /** The software of the editor works for it, or that of the subscriber, without a certificate that its démarche requires. */
    private static final String UNCERTIFIED = """
            (p.details.certifiedSoftware = true and s.accessMode = fr.hubee.directory.subscription.AccessMode.API
            and s.status in (fr.hubee.directory.subscription.SubscriptionStatus.ACTIVE,
                fr.hubee.directory.subscription.SubscriptionStatus.SUSPENDED)
            and not exists (select 1 from SoftwareCertificate c
                where c.profile <> fr.hubee.directory.subscription.SoftwareProfile.OSL
                and c.revokedAt is null and c.expiresAt > :now
                and (c.organization = s.editor or s.editor.type is null and c.organization = s.subscriber)))""";

    @PersistenceContext
    EntityManager entities;

    SubscriptionLine require(UUID id) {
        return lines(new Conditions().and("s.id = :id", "id", id), "")
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> NotFound.of("Subscription"));
    }

    Page<SubscriptionLine> page(Caller caller, SubscriptionFilter filter) {
        var items = lines(wanted(caller, filter), filter.sort().clause(filter.descending()))
                .setFirstResult(Math.max(filter.offset(), 0))
                .setMaxResults(filter.size())
                .getResultList();
        return new Page<>(items, Math.max(filter.offset(), 0), count(caller, filter));
    }

    long count(Caller caller, SubscriptionFilter filter) {
        var conditions = wanted(caller, filter);
        var counted = filter.text() == null ? COUNTED : FROM;
        var count = entities.createQuery("select count(s)" + counted + conditions.where(), Long.class);
        return conditions.bind(count).getSingleResult();
    }

    static Conditions wanted(Caller caller, SubscriptionFilter filter) {
        return withinReach(caller)
                .and("p.details.osl = :operator", "operator", filter.operator())
                .and("s.subscriber = :subscriber", "subscriber", filter.subscriber())
                .and("s.processCode = :code", "code", filter.processCode())
                .and("s.status = :status", "status", filter.status())
                .and(
                        (Boolean.FALSE.equals(filter.awaiting()) ? "not " : "") + AWAITING,
                        "awaited",
                        filter.awaiting() == null ? null : SubscriptionValidation.Manual)
                .and(NAMED, "text", LikePattern.of(filter.text()));
    }

    List<NamedProcess> processes(Caller caller) {
        var conditions = withinReach(caller);
        return conditions
                .bind(entities.createQuery(PROCESSES.formatted(conditions.where()), NamedProcess.class))
                .getResultStream()
                .sorted(Comparator.comparing(NamedProcess::code, FrenchOrder.words()))
                .toList();
    }

    List<NamedOrganization> subscribers(Caller caller, String text, int most) {
        var conditions = withinReach(caller).and(NAMED, "text", LikePattern.of(text));
        var query = SUBSCRIBERS.formatted(conditions.where(), FrenchOrder.of("o.name"));
        return conditions
                .bind(entities.createQuery(query, NamedOrganization.class))
                .setMaxResults(most)
                .getResultList();
    }

    List<SubscriptionLine> of(OrganizationKey subscriber) {
        var conditions = new Conditions().and("s.subscriber = :subscriber", "subscriber", subscriber);
        return lines(conditions, SubscriptionSort.PROCESS.clause(false)).getResultList();
    }

    List<SubscriptionLine> uncertified(Caller caller, Instant now, int most) {
        return lines(withinReach(caller).and(UNCERTIFIED, "now", now), SubscriptionSort.PROCESS.clause(false))
                .setMaxResults(most)
                .getResultList();
    }

    private static Conditions withinReach(Caller caller) {
        var path = Standing.of(caller).path();
        return new Conditions().and(path + " = :party", "party", path == null ? null : caller.organization());
    }

    private TypedQuery<SubscriptionLine> lines(Conditions conditions, String order) {
        return conditions.bind(entities.createQuery(LINE + FROM + conditions.where() + order, SubscriptionLine.class));
    }
}
