package fr.hubee.subscription;

import fr.hubee.process.SubscriptionValidation;
import fr.hubee.shared.Conditions;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a person searches, as the database is asked for it. */
final class SubscriptionSearch {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern SPECIAL = Pattern.compile("[!%_]");
    private static final Pattern DIGITS = Pattern.compile("[\\d\\s\\u00A0\\u202F]+");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");

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
                        pattern(filter.text()));
    }

    /** A SIRET is often written with spaces. Null when nothing is searched. */
    static String pattern(String typed) {
        var text = typed == null ? "" : CONTROL.matcher(typed).replaceAll("").strip();
        if (text.isEmpty()) {
            return null;
        }
        if (DIGITS.matcher(text).matches()) {
            text = NO_DIGIT.matcher(text).replaceAll("");
        }
        return "%" + SPECIAL.matcher(text.toLowerCase(Locale.FRENCH)).replaceAll("!$0") + "%";
    }
}
