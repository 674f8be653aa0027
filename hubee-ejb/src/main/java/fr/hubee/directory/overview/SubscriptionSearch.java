package fr.hubee.directory.overview;

import fr.hubee.directory.process.SubscriptionValidation;
import fr.hubee.kernel.shared.Conditions;
import fr.hubee.kernel.shared.SearchedText;

/** A person's search as a query. */
final class SubscriptionSearch {
    private static final String NAMED =
            "(lower(o.name) like :text escape '!' or s.subscriber.companyRegister like :text escape '!')";

    /** See {@link SubscriptionLine#awaitsValidation()}. */
    private static final String AWAITING = """
            (p.subscriptionValidation = :awaited and s.validatedAt is null
            and s.status = fr.hubee.directory.subscription.SubscriptionStatus.INACTIVE)""";

    private SubscriptionSearch() {}

    static Conditions conditions(SubscriptionFilter filter) {
        return new Conditions()
                .and("p.osl = :operator", "operator", filter.operator())
                .and("s.subscriber = :subscriber", "subscriber", filter.subscriber())
                .and("s.processCode = :code", "code", filter.processCode())
                .and("s.status = :status", "status", filter.status())
                .and(AWAITING, "awaited", Boolean.TRUE.equals(filter.awaiting()) ? SubscriptionValidation.Manual : null)
                .and(
                        "not " + AWAITING,
                        "awaited",
                        Boolean.FALSE.equals(filter.awaiting()) ? SubscriptionValidation.Manual : null)
                .and(NAMED, "text", SearchedText.pattern(filter.text()));
    }

    /** Returns the conditions for subscribers whose name or SIRET contains this text. */
    static Conditions named(String text) {
        return new Conditions().and(NAMED, "text", SearchedText.pattern(text));
    }
}
