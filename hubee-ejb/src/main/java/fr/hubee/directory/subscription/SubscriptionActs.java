package fr.hubee.directory.subscription;

import fr.hubee.journal.audit.AuditAction;

/** The journal's action for a change: a step of the life cycle takes precedence. */
final class SubscriptionActs {

    private SubscriptionActs() {}

    /** @param before null for a new subscription */
    static AuditAction between(SubscriptionDetails before, SubscriptionDetails after) {
        if (before == null) {
            return after.status() == SubscriptionStatus.REFUSED
                    ? AuditAction.SUBSCRIPTION_REFUSED
                    : AuditAction.SUBSCRIPTION_CREATED;
        }
        if (before.status() != after.status()) {
            return switch (after.status()) {
                case ACTIVE -> AuditAction.SUBSCRIPTION_ACTIVATED;
                case SUSPENDED -> AuditAction.SUBSCRIPTION_SUSPENDED;
                case REFUSED -> AuditAction.SUBSCRIPTION_REFUSED;
                case INACTIVE -> AuditAction.SUBSCRIPTION_VALIDATED;
            };
        }
        boolean validated = before.validatedAt() == null && after.validatedAt() != null;
        return validated ? AuditAction.SUBSCRIPTION_VALIDATED : AuditAction.SUBSCRIPTION_CHANGED;
    }

    /** Whether a refused subscription is now accepted. */
    static boolean acceptsAfterAll(SubscriptionDetails before, SubscriptionDetails after) {
        return before.status() == SubscriptionStatus.REFUSED && after.status() != SubscriptionStatus.REFUSED;
    }
}
