package fr.hubee.mail.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.mail.outbox.MailQueue.MailContent;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.password.PasswordLink.LinkPurpose;
import fr.hubee.people.signin.MailSecrets;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailContentTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    static final UUID SIGN_IN = new UUID(0, 7);
    static final PublicAddress ADDRESS = new PublicAddress(URI.create("https://hubee.example"));

    static KnownAccount ada(String firstName, String lastName, boolean active) {
        return new KnownAccount(
                new UUID(0, 1),
                "ada@pontcarre.example",
                ActorType.AGENT,
                OrganizationKey.parse("SI-22770001000019-77372").orElseThrow(),
                firstName,
                lastName,
                Set.of(),
                Set.of(),
                active,
                List.of());
    }

    static Optional<MailValues> filled(KnownAccount person, MailTemplate template) {
        var accounts = new AccountLookup() {
            @Override
            public Optional<KnownAccount> find(UUID id) {
                return Optional.of(person).filter(known -> known.id().equals(id));
            }
        };
        var secrets = new MailSecrets() {
            @Override
            public String link(UUID accountId, LinkPurpose purpose) {
                return "secret/" + purpose;
            }

            @Override
            public String code(UUID signInId) {
                return signInId.equals(SIGN_IN) ? "012345" : "000000";
            }
        };
        var mail = new Mail(NewMail.to(person, template, MailValues.NONE).forSignIn(SIGN_IN), "hubee.example", NOON);
        return new MailContent(accounts, secrets, ADDRESS).of(mail.claim(NOON));
    }

    @Test
    void aLinkIsMadeForItsPurposeUnderThePublicAddress() {
        var person = MailValues.of("name", "Ada Lovelace").and("login", "ada@pontcarre.example");

        assertEquals(
                Optional.of(person.and("link", "https://hubee.example/mot-de-passe?lien=secret%2FINVITATION")),
                filled(ada("Ada", "Lovelace", true), MailTemplate.INVITATION));
        assertEquals(
                Optional.of(person.and("link", "https://hubee.example/mot-de-passe?lien=secret%2FRESET")),
                filled(ada("Ada", "Lovelace", true), MailTemplate.RESET));
    }

    @Test
    void aCodeIsMadeForItsAttempt() {
        assertEquals(
                Optional.of(MailValues.of("name", "Lovelace")
                        .and("login", "ada@pontcarre.example")
                        .and("code", "012345")),
                filled(ada(null, "Lovelace", true), MailTemplate.ONE_TIME_CODE));
    }

    @Test
    void whoHasNoNameIsCalledByHerAddress() {
        assertEquals(
                Optional.of(MailValues.of("name", "ada@pontcarre.example").and("login", "ada@pontcarre.example")),
                filled(ada(null, " ", true), MailTemplate.PASSWORD_CHANGED));
    }

    @Test
    void whoMayNotComeInGetsNothing() {
        assertEquals(Optional.empty(), filled(ada("Ada", "Lovelace", false), MailTemplate.RESET));
    }

    @Test
    void everyMailGetsTheValuesOfItsSample() {
        for (var template : List.of(MailTemplate.INVITATION, MailTemplate.RESET, MailTemplate.ONE_TIME_CODE)) {
            assertEquals(
                    template.sample().asMap().keySet(),
                    filled(ada("Ada", "Lovelace", true), template)
                            .orElseThrow()
                            .asMap()
                            .keySet());
        }
    }
}
