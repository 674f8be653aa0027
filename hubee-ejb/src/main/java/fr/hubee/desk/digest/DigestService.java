package fr.hubee.desk.digest;

import fr.hubee.desk.digest.DigestItem.Novelty;
import fr.hubee.directory.subscription.Addressee;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionLookup;
import fr.hubee.journal.job.Job;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.mail.outbox.NewMail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Composes the digests: at most one per subscription and slot, none when nothing arrived. */
@Stateless
@RolesAllowed(Roles.BATCH)
public class DigestService {
    private static final Duration REMEMBERED = Duration.ofDays(90);

    @Inject
    DigestRepository digests;

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
    public List<UUID> waiting(Instant slot, UUID after, int maxResult) {
        return digests.waiting(slot, after, maxResult);
    }

    /**
     * Posts the digests of these subscriptions; drops the items of those that want no mail.
     *
     * @return the number of mails posted
     */
    public int compose(Collection<UUID> subscriptions, Instant slot) {
        var rhythm = new DigestRhythm(Job.DIGEST_TIMES);
        var unwanted = new HashSet<>(subscriptions);
        var bySlot = new TreeMap<Instant, List<Addressee>>();
        directory.addressees(subscriptions).stream()
                .filter(Addressee::hasAddress)
                .forEach(each -> rhythm.slot(each.frequency(), slot).ifPresent(own -> {
                    unwanted.remove(each.subscriptionId());
                    bySlot.computeIfAbsent(own, first -> new ArrayList<>()).add(each);
                }));
        if (!unwanted.isEmpty()) {
            digests.remove(unwanted, slot);
        }
        int mails = 0;
        for (var own : bySlot.entrySet()) {
            mails += postDigests(own.getValue(), own.getKey());
        }
        return mails;
    }

    /** Later items wait for the next slot. Idempotent: a second call finds nothing to report. */
    private int postDigests(List<Addressee> addressees, Instant slot) {
        var taken = digests.takeSlot(
                addressees.stream().map(Addressee::subscriptionId).toList(), slot);
        if (taken.isEmpty()) {
            return 0;
        }
        var items = digests.take(taken, slot).stream().collect(Collectors.groupingBy(DigestItem::subscriptionId));
        var lines = new ArrayList<DigestLine>();
        for (var each : addressees) {
            if (items.containsKey(each.subscriptionId())) {
                var content = DigestContent.of(items.get(each.subscriptionId()));
                post(each, content);
                lines.addAll(content.lines());
            }
        }
        digests.announce(lines);
        return items.size();
    }

    /** Forgets which télédossiers old digests announced: their links show an empty list. */
    public int forgetOld() {
        return digests.forgetAnnounced(clock.instant().minus(REMEMBERED));
    }

    private void post(Addressee addressee, DigestContent content) {
        var lines = content.lines().stream()
                .map(line -> line.values(addressee.processCode()))
                .toList();
        outbox.post(NewMail.to(
                addressee.email(),
                MailTemplate.DIGEST,
                CaseMails.values(addressee).and("news", lines)));
    }

    /** The content of a digest: how many télédossiers, each counted once, and since when; no case numbers. */
    record DigestContent(List<DigestLine> lines) {

        DigestContent {
            lines = List.copyOf(lines);
        }

        /** Returns the content of a mail: a new télédossier counts as new only, even if it has changed since; empty lines are left out. */
        static DigestContent of(Collection<DigestItem> items) {
            var fresh = cases(items);
            var byNovelty = items.stream()
                    .filter(item -> item.novelty() == Novelty.NEW || !fresh.contains(item.caseId()))
                    .collect(Collectors.groupingBy(DigestItem::novelty));
            return new DigestContent(Stream.of(Novelty.values())
                    .filter(byNovelty::containsKey)
                    .map(novelty -> Map.entry(novelty, byNovelty.get(novelty)))
                    .map(entry -> DigestLine.of(entry.getKey(), entry.getValue()))
                    .toList());
        }

        private static Set<UUID> cases(Collection<DigestItem> items) {
            return items.stream()
                    .filter(item -> item.novelty() == Novelty.NEW)
                    .map(DigestItem::caseId)
                    .collect(Collectors.toSet());
        }
    }

    /**
     * Determines the slot of a subscription's digest.
     *
     * @param times when digests are sent, in Paris, in order
     */
    record DigestRhythm(List<LocalTime> times) {

        /**
         * The subscription's last slot, given the current one: for a daily digest, the first of the day. Items left from
         * another frequency go into the next digest when the frequency is now immediate, and are dropped when it is now
         * none.
         */
        Optional<Instant> slot(NotificationFrequency frequency, Instant come) {
            return switch (frequency) {
                case EACH, TWICE_A_DAY -> Optional.of(come);
                case DAILY -> Optional.of(firstOfTheDay(come));
                case NONE -> Optional.empty();
            };
        }

        private Instant firstOfTheDay(Instant come) {
            var day = come.atZone(Paris.ZONE).toLocalDate();
            var first = day.atTime(times.get(0)).atZone(Paris.ZONE).toInstant();
            return first.isAfter(come)
                    ? day.minusDays(1).atTime(times.get(0)).atZone(Paris.ZONE).toInstant()
                    : first;
        }
    }
}
