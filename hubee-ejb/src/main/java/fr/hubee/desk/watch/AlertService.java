package fr.hubee.desk.watch;

import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.ActorType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Alerts people of télédossiers that nobody opened: each {@link Audience} once, with one mail per address and run. */
@Stateless
@RolesAllowed(Roles.BATCH)
public class AlertService {
    @Inject
    AlertRepository alerts;

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
        return alerts.services(after, maxResult);
    }

    /** Returns the operators that must be alerted, by key. */
    public List<String> operators(String after, int maxResult) {
        return alerts.operators(after, maxResult);
    }

    /** @return whether a mail was written */
    public boolean tellService(String service) {
        var key = key(service);
        var line = UuidV7.next();
        var digests = AlertDigests.ofService(line);
        alerts.tell(Audience.SERVICE, key, line, clock.instant()).forEach(digests::toService);
        var administrators = accounts.active(ActorType.LOCAL_ADMINISTRATOR, key);
        if (!administrators.isEmpty()) {
            digests.toAll(administrators, alerts.tell(Audience.ADMINISTRATORS, key, null, clock.instant()));
        }
        return post(digests);
    }

    /** @return whether a mail was written */
    public boolean tellOperator(String operator) {
        var key = key(operator);
        var digests = AlertDigests.ofOperator();
        var administrators = accounts.active(ActorType.BUSINESS_ADMINISTRATOR, key);
        if (!administrators.isEmpty()) {
            digests.toAll(administrators, alerts.tell(Audience.OPERATOR, key, null, clock.instant()));
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
}
