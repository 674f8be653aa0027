package fr.hubee.desk.digest;

import fr.hubee.directory.subscription.Addressee;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionLookup;
import fr.hubee.journal.job.Job;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.mail.outbox.NewMail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Composes the digests: at most one per subscription and slot, none when nothing arrived. */
@Stateless
@RolesAllowed(RoleNames.BATCH)
public class DigestService {
    private static final Duration REMEMBERED = Duration.ofDays(90);

    @PersistenceContext
    EntityManager entities;

    @Inject
    SubscriptionLookup directory;

    @Inject
    MailOutbox outbox;

    @Inject
    Clock clock;

    /**
     * The subscriptions with items older than that slot, ordered by identifier.
     *
     * @param after null for the first page
     */
    @SuppressWarnings("unchecked") // a native query of one column
    public List<UUID> waiting(Instant slot, UUID after, int maxResult) {
        return entities.createNativeQuery("""
                        select distinct subscription_id from digest_item
                        where happened_at < :before and subscription_id > :after order by subscription_id""", UUID.class)
                .setParameter("before", slot)
                .setParameter("after", after == null ? UuidV7.BEFORE_ALL : after)
                .setMaxResults(maxResult)
                .getResultList();
    }

    /**
     * Posts the digests of these subscriptions; drops the items of those that want no mail.
     *
     * @return the number of mails posted
     */
    public int compose(Collection<UUID> subscriptions, Instant slot) {
        var unwanted = new HashSet<>(subscriptions);
        var bySlot = new TreeMap<Instant, List<Addressee>>();
        directory.addressees(subscriptions).stream()
                .filter(Addressee::hasAddress)
                .forEach(each -> slot(Job.DIGEST_TIMES, each.frequency(), slot).ifPresent(own -> {
                    unwanted.remove(each.subscriptionId());
                    bySlot.computeIfAbsent(own, first -> new ArrayList<>()).add(each);
                }));
        if (!unwanted.isEmpty()) {
            remove(unwanted, slot);
        }
        int mails = 0;
        for (var own : bySlot.entrySet()) {
            mails += postDigests(own.getValue(), own.getKey());
        }
        return mails;
    }

    /** Later items wait for the next slot. Idempotent: a second call finds nothing to report. */
    private int postDigests(List<Addressee> addressees, Instant slot) {
        var subscriptions =
                takeSlot(addressees.stream().map(Addressee::subscriptionId).toList(), slot);
        if (subscriptions.isEmpty()) {
            return 0;
        }
        var taken = take(subscriptions, slot);
        var unseen = unseen(taken);
        var items = taken.stream().collect(Collectors.groupingBy(DigestItem::subscriptionId));
        var lines = new ArrayList<DigestLine>();
        int mails = 0;
        for (var each : addressees) {
            var content = DigestLine.of(items.getOrDefault(each.subscriptionId(), List.of()), unseen);
            if (!content.isEmpty()) {
                post(each, content);
                lines.addAll(content);
                mails++;
            }
        }
        announce(lines);
        return mails;
    }

    /** Returns since when no agent has seen what the applicant has answered, of those cases where it is so. */
    private Map<UUID, Instant> unseen(Collection<DigestItem> items) {
        return entities.createQuery("""
                        select c.id, c.answers.unseenSince from Case c
                        where c.id in (:ids) and c.answers.unseenSince is not null and c.archivedAt is null
                            and (c.accessMode is null or c.accessMode <> fr.hubee.directory.subscription.AccessMode.API)""", Object[].class)
                .setParameter("ids", items.stream().map(DigestItem::caseId).collect(Collectors.toSet()))
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
    }

    /** Forgets which télédossiers old digests announced: their links show an empty list. Identifiers begin with a moment. */
    public int forgetOld() {
        return entities.createNativeQuery("delete from digest_line_case where line_id < :before")
                .setParameter("before", UuidV7.firstOf(clock.instant().minus(REMEMBERED)))
                .executeUpdate();
    }

    private void post(Addressee addressee, List<DigestLine> content) {
        var lines = content.stream()
                .map(line -> line.values(addressee.processCode()))
                .toList();
        outbox.post(NewMail.to(
                addressee.email(),
                MailTemplate.DIGEST,
                CaseMails.values(addressee).and("news", lines)));
    }

    /**
     * Marks this slot as sent.
     *
     * @return the subscriptions with items for which it was not yet sent
     */
    @SuppressWarnings("unchecked") // a native query of one column
    private List<UUID> takeSlot(Collection<UUID> subscriptions, Instant slot) {
        return entities.createNativeQuery("""
                        insert into digest_sent (subscription_id, slot)
                        select id, :slot from subscription
                        where id in (:ids) and exists (
                            select 1 from digest_item where subscription_id = subscription.id and happened_at < :slot)
                        order by id
                        on conflict (subscription_id) do update set slot = excluded.slot
                        where digest_sent.slot < excluded.slot
                        returning subscription_id""", UUID.class)
                .setParameter("ids", subscriptions)
                .setParameter("slot", slot)
                .getResultList();
    }

    /** Deletes and returns the items, so that exactly these are reported. */
    @SuppressWarnings("unchecked") // a native query of one entity
    private List<DigestItem> take(Collection<UUID> subscriptions, Instant before) {
        return entities.createNativeQuery("""
                        delete from digest_item where subscription_id in (:ids) and happened_at < :before
                        returning *""", DigestItem.class)
                .setParameter("ids", subscriptions)
                .setParameter("before", before)
                .getResultList();
    }

    private void announce(Collection<DigestLine> lines) {
        var ids = new ArrayList<UUID>();
        var cases = new ArrayList<UUID>();
        for (var line : lines) {
            for (var each : line.cases()) {
                ids.add(line.id());
                cases.add(each);
            }
        }
        entities.createNativeQuery("""
                        insert into digest_line_case (line_id, case_id)
                        select * from unnest(cast(:lines as uuid[]), cast(:cases as uuid[]))""")
                .setParameter("lines", ids.toArray(UUID[]::new))
                .setParameter("cases", cases.toArray(UUID[]::new))
                .executeUpdate();
    }

    private void remove(Collection<UUID> subscriptions, Instant before) {
        entities.createQuery("delete from DigestItem i where i.subscriptionId in :ids and i.happenedAt < :before")
                .setParameter("ids", subscriptions)
                .setParameter("before", before)
                .executeUpdate();
    }

    /**
     * Returns the last slot of a subscription, given the current one: for a daily digest, the first of the day. Items left from another
     * frequency go into the next digest when the frequency is now immediate, and are dropped when it is now none.
     *
     * @param times when digests are sent, in Paris, in order
     */
    static Optional<Instant> slot(List<LocalTime> times, NotificationFrequency frequency, Instant current) {
        return switch (frequency) {
            case EACH, TWICE_A_DAY -> Optional.of(current);
            case DAILY -> Optional.of(firstOfTheDay(times.get(0), current));
            case NONE -> Optional.empty();
        };
    }

    private static Instant firstOfTheDay(LocalTime time, Instant current) {
        var first = current.atZone(Paris.ZONE).toLocalDate().atTime(time).atZone(Paris.ZONE);
        return (first.toInstant().isAfter(current) ? first.minusDays(1) : first).toInstant();
    }
}
