package fr.hubee.it.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.world.People;
import fr.hubee.it.world.Stored;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.session.SessionService;
import fr.hubee.people.session.SignInRefusal;
import fr.hubee.people.signin.FederatedIdentity;
import fr.hubee.people.signin.FederatedSignInService;
import fr.hubee.people.signin.SignInOutcome;
import fr.hubee.people.signin.SignInOutcome.Refused;
import fr.hubee.people.signin.SignInOutcome.SignedIn;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks that a person authenticated by an identity provider finds her account; none is created. */
class FederatedSignInIT extends InServer {
    static final String ISSUER = "https://identity.example";

    @Inject
    FederatedSignInService federated;

    @Inject
    SessionService sessions;

    final String subject = UUID.randomUUID().toString();

    private SignInOutcome signIn(KnownAccount person, String subject) {
        return signIn(subject, person.email(), person.organization().companyRegister(), false);
    }

    private SignInOutcome signIn(String subject, String email, String siret, boolean secondFactor) {
        return federated.signIn(new FederatedIdentity(ISSUER, subject, email, siret, secondFactor, null), People.HERE);
    }

    private Object bound(KnownAccount person) throws Exception {
        return sql().count("federated_identity where account_id = ?", person.id());
    }

    private static void assertRefused(SignInRefusal reason, SignInOutcome outcome) {
        assertEquals(new Refused(reason), outcome);
    }

    @Test
    void aFirstFederatedSignInBindsTheAccountWithThatEmail() throws Exception {
        var ada = people.invited();

        var in = assertInstanceOf(
                SignedIn.class,
                signIn(
                        subject,
                        ada.email().toUpperCase(Locale.ROOT),
                        ada.organization().companyRegister(),
                        false));

        assertEquals(
                ada, sessions.use(in.sessionToken(), People.HERE).orElseThrow().account());
        assertEquals(1L, bound(ada));
        assertEquals(
                "PROCONNECT",
                people.journal(ada).get(0).changes().fields().get("method").after());
        assertInstanceOf(SignedIn.class, signIn(ada, subject));
        assertEquals(1L, bound(ada));
    }

    @Test
    void anotherSubjectWithHerEmailIsRefused() throws Exception {
        var ada = people.invited();
        signIn(ada, subject);

        assertRefused(
                SignInRefusal.SIGN_IN_CONFLICT, signIn(ada, UUID.randomUUID().toString()));
        assertEquals(1L, bound(ada));
    }

    @Test
    void aSubjectWhoseEmailChangedIsRefused() throws Exception {
        var ada = people.invited();
        var eve = people.invited();
        signIn(ada, subject);

        assertRefused(SignInRefusal.EMAIL_MISMATCH, signIn(eve, subject));
        assertEquals(0L, bound(eve));
    }

    @Test
    void anUnknownPersonIsNotMadeAnAccount() throws Exception {
        assertRefused(SignInRefusal.UNKNOWN_ACCOUNT, signIn(subject, subject + "@x.fr", null, true));
        assertEquals(0L, sql().count("account where email = ?", subject + "@x.fr"));
    }

    @Test
    void aDeactivatedAccountAndAnotherOrganisationAreRefusedAndNothingIsBound() throws Exception {
        var ada = people.invited();
        assertRefused(SignInRefusal.ORGANIZATION_MISMATCH, signIn(subject, ada.email(), "13002526500013", false));
        Stored.account(ada.id()).isInactive();

        assertRefused(SignInRefusal.INACTIVE, signIn(ada, subject));
        assertEquals(0L, bound(ada));
        var line = people.journal(ada).get(0);
        assertEquals(AuditAction.SIGN_IN_REFUSED, line.action());
        assertEquals("INACTIVE", line.changes().fields().get("reason").after());
    }

    @Test
    void anAdministratorBringsASecondFactorAndNothingIsBoundBefore() throws Exception {
        var ada = people.administrator();

        assertRefused(SignInRefusal.SECOND_FACTOR_REQUIRED, signIn(ada, subject));
        assertEquals(0L, bound(ada));
        assertInstanceOf(SignedIn.class, signIn(subject, ada.email(), null, true));
        assertRefused(SignInRefusal.SECOND_FACTOR_REQUIRED, signIn(ada, subject));
    }

    @Test
    void twoFirstSignInsAtOnceBindOnce() throws Exception {
        var ada = people.invited();

        var outcomes = InParallel.of(4, each -> signIn(ada, subject));

        assertTrue(outcomes.stream().allMatch(SignedIn.class::isInstance), outcomes::toString);
        assertEquals(1L, bound(ada));
    }
}
