package fr.hubee.digest;

import fr.hubee.mail.MailOutbox;
import fr.hubee.mail.MailTemplate;
import fr.hubee.mail.MailValues;
import fr.hubee.mail.NewMail;
import fr.hubee.security.Roles;
import fr.hubee.shared.Settings;
import fr.hubee.subscription.Addressee;
import fr.hubee.subscription.SubscriptionDirectory;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes the digests: one for each subscription and slot, and none where nothing arrived. */
@Stateless
@RolesAllowed(Roles.BATCH)
public class DigestService {
    @Inject
    DigestRepository digests;

    @Inject
    SubscriptionDirectory subscriptions;

    @Inject
    MailOutbox outbox;

    @Inject
    Settings settings;

    /**
     * The subscriptions for which something arrived before that slot, in their order.
     *
     * @param after null for the first page
     */
    public List<UUID> waiting(Instant slot, UUID after, int maxResult) {
        return digests.waiting(slot, after, maxResult);
    }

    /** @return whether a mail leaves */
    public boolean compose(UUID subscription, Instant slot) {
        var addressee = subscriptions.addressee(subscription).filter(Addressee::hasAddress);
        if (addressee.isEmpty()) {
            digests.remove(subscription, slot);
            return false;
        }
        var told = rhythm().slot(addressee.get().frequency(), slot);
        if (told.isEmpty()) {
            digests.remove(subscription, slot);
            return false;
        }
        return compose(addressee.get(), told.get());
    }

    private DigestRhythm rhythm() {
        return new DigestRhythm(settings.jobs().digestTimes());
    }

    /** What has arrived since the slot waits for the next one: doing this again finds nothing more to tell. */
    private boolean compose(Addressee addressee, Instant slot) {
        var items = digests.items(addressee.subscriptionId(), slot);
        if (items.isEmpty() || !digests.takeSlot(addressee.subscriptionId(), slot)) {
            return false;
        }
        digests.remove(addressee.subscriptionId(), slot);
        var lines = DigestContent.of(items).lines().stream()
                .map(line -> MailValues.of("text", line))
                .toList();
        outbox.post(NewMail.to(
                addressee.email(),
                MailTemplate.DIGEST,
                CaseMails.values(addressee).and("news", lines)));
        return true;
    }
}
