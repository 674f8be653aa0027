package fr.hubee.directory.subscription;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;

/**
 * The rights of a person on one subscription; they determine the buttons of its page.
 *
 * @param read see it and its history
 * @param manage activate it, suspend it, hold its credentials
 * @param configure choose its access mode, its notifications, and its editor
 * @param validate accept or refuse it
 */
public record SubscriptionRights(boolean read, boolean manage, boolean configure, boolean validate) {
    private static final SubscriptionRights ALL = new SubscriptionRights(true, true, true, true);
    private static final SubscriptionRights NONE = new SubscriptionRights(false, false, false, false);

    /** @param party of the subscription in the caller's role; null when there is none */
    static SubscriptionRights of(Caller caller, OrganizationKey party) {
        var standing = Standing.of(caller);
        if (standing == Standing.NATIONAL) {
            return ALL;
        }
        if (!caller.organization().equals(party)) {
            return NONE;
        }
        boolean manager = caller.is(RoleNames.MANAGE_SUBSCRIPTIONS);
        return switch (standing) {
            case OPERATOR -> new SubscriptionRights(true, false, false, true);
            case EDITOR -> new SubscriptionRights(reads(caller), manager, false, false);
            default -> new SubscriptionRights(reads(caller), manager, manager, false);
        };
    }

    /** The right to manage includes the right to read. */
    private static boolean reads(Caller caller) {
        return caller.is(RoleNames.READ_SUBSCRIPTIONS) || caller.is(RoleNames.MANAGE_SUBSCRIPTIONS);
    }
}
