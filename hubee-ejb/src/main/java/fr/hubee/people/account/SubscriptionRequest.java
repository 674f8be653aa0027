package fr.hubee.people.account;

import fr.hubee.directory.subscription.Contact;
import fr.hubee.directory.subscription.SubscriptionDetails;
import fr.hubee.directory.subscription.SubscriptionSettings;
import fr.hubee.kernel.shared.EmailAddress;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.identity.Identity;
import java.util.Locale;

/**
 * A subscription that the national administrator wants for an organisation, where no DataPass requests it.
 *
 * @param administratorEmail of the local administrator, who gets an account
 */
public record SubscriptionRequest(
        String processCode,
        OrganizationKey subscriber,
        SubscriptionSettings settings,
        String administratorEmail,
        String administratorFirstName,
        String administratorLastName) {

    /** The number of the request in DataPass, which the contract requires: there was none. */
    private static final long NO_DATAPASS = 0;

    String administratorLogin() {
        return EmailAddress.of(administratorEmail).text().toLowerCase(Locale.ROOT);
    }

    Identity administrator() {
        return new Identity(null, administratorFirstName, administratorLastName, null, null, null);
    }

    /** Returns what DataPass would send: neither validated nor refused. */
    SubscriptionDetails details() {
        var checked = settings.checked();
        var name = administrator().tidied();
        return new SubscriptionDetails(
                NO_DATAPASS,
                checked.accessMode(),
                checked.frequency(),
                checked.email(),
                null,
                null,
                null,
                null,
                null,
                null,
                new Contact(administratorLogin(), name.firstName(), name.lastName(), null, null, null),
                null,
                checked.editor());
    }

    /** The fields of the form, in their order. */
    public enum Field {
        PROCESS,
        ACCESS_MODE,
        EDITOR,
        FREQUENCY,
        EMAIL,
        ADMINISTRATOR_EMAIL,
        ADMINISTRATOR_FIRST_NAME,
        ADMINISTRATOR_LAST_NAME
    }
}
