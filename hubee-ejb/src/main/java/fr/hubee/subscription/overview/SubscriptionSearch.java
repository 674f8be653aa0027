package fr.hubee.subscription.overview;

import fr.hubee.process.SubscriptionValidation;
import fr.hubee.shared.Conditions;
import fr.hubee.shared.SearchedText;

/** A person's search as a query. */
final class SubscriptionSearch {
    private SubscriptionSearch() {}

    static Conditions conditions(SubscriptionFilter filter) {
        return new Conditions()
                .and("p.osl = :operator", "operator", filter.operator())
                .and("s.processCode = :code", "code", filter.processCode())
                .and("s.status = :status", "status", filter.status())
                .and("""
                        (p.subscriptionValidation = :awaited and s.validatedAt is null
                        and s.status = fr.hubee.subscription.SubscriptionStatus.INACTIVE)""", "awaited", filter.toValidate() ? SubscriptionValidation.Manual : null)
                .and(
                        "(lower(o.name) like :text escape '!' or s.subscriber.companyRegister like :text escape '!')",
                        "text",
                        SearchedText.pattern(filter.text()));
    }
}
