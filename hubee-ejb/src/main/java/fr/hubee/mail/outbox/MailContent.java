package fr.hubee.mail.outbox;

import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.mail.template.MailTemplate;
import fr.hubee.mail.template.MailValues;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.password.LinkPurpose;
import fr.hubee.people.signin.MailSecrets;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds the values that are only known or created when the mail is sent: the person's name, and the secret. */
@Dependent
class MailContent {
    private final AccountLookup accounts;
    private final MailSecrets secrets;
    private final PublicAddress publicAddress;

    @Inject
    MailContent(AccountLookup accounts, MailSecrets secrets, PublicAddress publicAddress) {
        this.accounts = accounts;
        this.secrets = secrets;
        this.publicAddress = publicAddress;
    }

    /** @return empty when the person may no longer sign in: the mail is not sent */
    Optional<MailValues> of(ClaimedMail claim) {
        if (claim.accountId() == null) {
            return Optional.of(claim.values());
        }
        return accounts.find(claim.accountId())
                .filter(KnownAccount::active)
                .map(person -> withSecret(claim, personal(claim.values(), person)));
    }

    private static MailValues personal(MailValues values, KnownAccount person) {
        var name = Stream.of(person.firstName(), person.lastName())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return values.and("name", name.isEmpty() ? person.email() : name).and("login", person.email());
    }

    private MailValues withSecret(ClaimedMail claim, MailValues values) {
        return switch (claim.template().secret()) {
            case LINK -> values.and("link", link(claim));
            case CODE -> values.and("code", secrets.code(claim.signInId()));
            case NONE -> values;
        };
    }

    private String link(ClaimedMail claim) {
        var purpose = claim.template() == MailTemplate.INVITATION ? LinkPurpose.INVITATION : LinkPurpose.RESET;
        var secret = secrets.link(claim.accountId(), purpose);
        return publicAddress.uri() + MailLinks.CHOOSE_PASSWORD + URLEncoder.encode(secret, StandardCharsets.UTF_8);
    }

    /** Addresses of portal pages that mails link to. */
    static final class MailLinks {
        /** The page for a new password; the secret of the link is appended. */
        public static final String CHOOSE_PASSWORD = "/mot-de-passe?lien=";

        private MailLinks() {}
    }
}
