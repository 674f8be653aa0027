package fr.hubee.people.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.session.SignInRefusal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FederatedSignInServiceTest {
    static final KnownAccount AGENT = Ada.agent();
    static final KnownAccount ADMINISTRATOR = Ada.account(ActorType.LOCAL_ADMINISTRATOR, true);
    static final Set<String> SENSITIVE = Set.of("CERTDC");
    static final String EMAIL = AGENT.email();

    static Optional<SignInRefusal> reason(
            KnownAccount account, String subject, String email, String siret, boolean two) {
        var identity = new FederatedIdentity("https://idp", "sub", email, siret, two, null);
        return FederatedSignInService.reasonAgainst(
                identity, Optional.ofNullable(account), Optional.ofNullable(subject), SENSITIVE);
    }

    @Test
    void whoIsNotBoundYetComesInByHerEmailInAnyCase() {
        assertEquals(Optional.empty(), reason(AGENT, null, " Ada.Lovelace@PONTCARRE.fr", Ada.SIRET, false));
    }

    @Test
    void whoIsBoundComesIn() {
        assertEquals(Optional.empty(), reason(AGENT, "sub", EMAIL, null, false));
    }

    @Test
    void nobodyIsUnknown() {
        assertEquals(Optional.of(SignInRefusal.UNKNOWN_ACCOUNT), reason(null, null, EMAIL, null, true));
    }

    @Test
    void anEmailThatChangedIsAMismatch() {
        assertEquals(
                Optional.of(SignInRefusal.EMAIL_MISMATCH), reason(AGENT, "sub", "eve@pontcarre.fr", Ada.SIRET, true));
        assertEquals(Optional.of(SignInRefusal.EMAIL_MISMATCH), reason(AGENT, "sub", null, Ada.SIRET, true));
    }

    @Test
    void anAccountThatBelongsToAnotherIdentityIsAConflict() {
        assertEquals(Optional.of(SignInRefusal.SIGN_IN_CONFLICT), reason(AGENT, "other", EMAIL, Ada.SIRET, true));
    }

    @Test
    void aDeactivatedAccountStaysOut() {
        var inactive = Ada.account(ActorType.AGENT, false);
        assertEquals(Optional.of(SignInRefusal.INACTIVE), reason(inactive, "sub", EMAIL, Ada.SIRET, true));
    }

    @Test
    void theOrganisationIsThatOfTheAccount() {
        assertEquals(
                Optional.of(SignInRefusal.ORGANIZATION_MISMATCH), reason(AGENT, null, EMAIL, "13002526500013", true));
    }

    @Test
    void whoNeedsASecondFactorBringsIt() {
        assertEquals(
                Optional.of(SignInRefusal.SECOND_FACTOR_REQUIRED),
                reason(ADMINISTRATOR, null, EMAIL, Ada.SIRET, false));
        assertEquals(Optional.empty(), reason(ADMINISTRATOR, null, EMAIL, Ada.SIRET, true));
    }

    @Test
    void anAgentWhoReachesASensitiveDemarcheBringsItToo() {
        var ofDeaths = Ada.account(ActorType.AGENT, true, Set.of("EtatCivil", "CERTDC"));
        assertEquals(
                Optional.of(SignInRefusal.SECOND_FACTOR_REQUIRED), reason(ofDeaths, null, EMAIL, Ada.SIRET, false));
        assertEquals(Optional.empty(), reason(ofDeaths, null, EMAIL, Ada.SIRET, true));

        var ofBirths = Ada.account(ActorType.AGENT, true, Set.of("EtatCivil"));
        assertEquals(Optional.empty(), reason(ofBirths, null, EMAIL, Ada.SIRET, false));
    }
}
