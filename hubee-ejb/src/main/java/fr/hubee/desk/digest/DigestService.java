package fr.hubee.desk.digest;

import fr.hubee.directory.subscription.Addressee;
import fr.hubee.directory.subscription.SubscriptionLookup;
import fr.hubee.journal.job.Job;
import fr.hubee.kernel.security.Roles;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.NewMail;
import fr.hubee.mail.template.MailTemplate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

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
}
