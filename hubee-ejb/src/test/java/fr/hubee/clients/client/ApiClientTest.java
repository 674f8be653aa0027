package fr.hubee.clients.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.ApiClientChanges.ClientName;
import fr.hubee.clients.client.ApiClientLine.LastUse;
import fr.hubee.clients.client.KnownCredentials.SecretLife;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiClientTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    static final OrganizationKey TOWN = new OrganizationKey(OrganizationType.SI, "99000101800011", "99101");
    static final UUID SUBSCRIPTION = UUID.fromString("0193a5b2-0000-7000-8000-000000000001");

    final ApiClient client = new ApiClient(
            new NewApiClient("EtatCivil-x", "sesame", Scope.SI, TOWN, List.of("EtatCivil")),
            SUBSCRIPTION,
            "first",
            "ada@example.org",
            NOON);

    List<String> liveAt(Instant now) {
        return client.liveSecrets(now).stream().map(ClientSecret::hash).toList();
    }

    static Instant days(int days) {
        return NOON.plus(Duration.ofDays(days));
    }

    @Test
    void theFirstSecretHasNoEnd() {
        assertEquals(List.of("first"), liveAt(days(10_000)));
    }

    @Test
    void theFormerSecretStaysForTheOverlapAndNotAMomentLonger() {
        client.renew("second", Duration.ofDays(7), NOON);

        assertEquals(List.of("second", "first"), liveAt(NOON));
        assertEquals(List.of("second", "first"), liveAt(days(7).minusNanos(1)));
        assertEquals(List.of("second"), liveAt(days(7)));
        assertEquals(List.of("second"), liveAt(days(10_000)));
    }

    @Test
    void withoutAnOverlapTheFormerSecretEndsAtOnce() {
        client.renew("second", Duration.ofDays(0), NOON);

        assertEquals(List.of("second"), liveAt(NOON));
    }

    @Test
    void aThirdSecretEndsTheOldestAtOnce() {
        client.renew("second", Duration.ofDays(30), NOON);
        client.renew("third", Duration.ofDays(7), days(1));

        assertEquals(List.of("third", "second"), liveAt(days(1)));
        assertEquals(List.of("third"), liveAt(days(8)));
    }

    @Test
    void renewedWithoutAnOverlapOnlyTheNewSecretIsLeft() {
        client.renew("second", Duration.ofDays(30), NOON);
        client.renew("third", Duration.ofDays(0), days(1));

        assertEquals(List.of("third"), liveAt(days(1)));
    }

    @Test
    void aSecretThatHasEndedStaysAtItsEnd() {
        client.renew("second", Duration.ofDays(1), NOON);
        client.renew("third", Duration.ofDays(30), days(2));

        assertEquals(List.of("third", "second"), liveAt(days(1)));
    }

    @Test
    void revokedCredentialsHaveNoSecretAndGetNone() {
        client.revoke(NOON);

        assertEquals(List.of(), liveAt(NOON));
        var refused = assertThrows(InvalidRequest.class, () -> client.renew("second", Duration.ofDays(0), NOON));
        assertEquals("Ces identifiants sont révoqués : créez-en de nouveaux.", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 31, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void anOverlapIsOfThirtyDaysAtMost(int days) {
        assertTrue(assertThrows(InvalidRequest.class, () -> CredentialPolicy.requireOverlap(days))
                .getMessage()
                .contains("de 0 à 30 jours"));
    }

    @Test
    void theHistoryOfTheSubscriptionShowsItsCredentials() {
        assertEquals(SUBSCRIPTION, client.subject());
        var operator = new NewApiClient("OSL-x", "sesame", Scope.OSL, TOWN, List.of());
        assertEquals("OSL-x", new ApiClient(operator, null, "first", null, NOON).subject());
    }

    @Test
    void anIdentifierTellsItsDemarcheAndIsUnique() {
        var name = ClientName.fresh("CAF-contact");

        assertTrue(name.matches("CAF-contact-[a-km-np-z2-9]{10}"), name);
        assertTrue(ClientName.fresh("a:b é/c").matches("a-b-c-[a-z2-9]{10}"));
        assertNotEquals(name, ClientName.fresh("CAF-contact"));
    }

    @Test
    void theCurrentSecretIsHeldAndAFormerOneOrOneOfRevokedCredentialsIsNot() {
        var second = new NewSecret("open");
        client.renew(second.hash(), Duration.ofDays(7), NOON);

        assertTrue(client.holds(second));
        assertFalse(client.holds(new NewSecret("sesame")));
        client.revoke(NOON);
        assertFalse(client.holds(second));
    }

    @Test
    void aClientKeepsTheOrganisationAndTheDemarchesThatItIsMadeFor() {
        assertEquals("EtatCivil-x", client.clientId());
        assertEquals(Scope.SI, client.scope());
        assertEquals(TOWN, client.organization());
        assertEquals(List.of("EtatCivil"), client.processCodes());
        assertEquals("ada@example.org", client.madeBy());
        assertEquals(Optional.of(SUBSCRIPTION), client.subscription());
    }

    @Test
    void aTransferredClientBelongsToTheNewOrganisation() {
        var village = new OrganizationKey(OrganizationType.SI, "99000102600014", "99102");

        client.moveTo(village);

        assertEquals(village, client.organization());
    }

    @Test
    void secretsProveNothingWhereOnlyKeysAreAccepted() {
        assertEquals(client.liveSecrets(NOON), client.provingSecrets(NOON));
        assertEquals(1, client.provingSecrets(NOON).size());
        assertFalse(client.isSecretsRefused());
        assertFalse(client.isCertificateRequired());

        client.require(true, false);

        assertEquals(List.of(), client.provingSecrets(NOON));
        assertTrue(client.isSecretsRefused());
        assertFalse(client.isCertificateRequired());

        client.require(false, true);

        assertEquals(1, client.provingSecrets(NOON).size());
        assertFalse(client.isSecretsRefused());
        assertTrue(client.isCertificateRequired());
    }

    @Test
    void theDefaultNumberOfCallsHoldsUntilTheClientHasItsOwn() {
        assertNull(client.callsPerSecond());
        assertEquals(600, client.callsPerSecond(600));

        client.holdTo(50);

        assertEquals(50, client.callsPerSecond());
        assertEquals(50, client.callsPerSecond(600));
    }

    @Test
    void theNewestProofIsTheLaterOfASecretAndAChangeOfTheOthers() {
        client.renew("second", Duration.ofDays(7), days(2));
        assertEquals(days(2), client.newestSecretAt());

        client.proveOtherwise(days(1));
        assertEquals(days(2), client.newestSecretAt());

        client.proveOtherwise(days(3));
        assertEquals(days(3), client.newestSecretAt());
    }

    @Test
    void aSecretIsKnownByItsIdentifierItsBeginningAndItsEnd() {
        client.renew("second", Duration.ofDays(7), days(1));

        var secrets = client.liveSecrets(days(1));
        var lives = secrets.stream().map(ClientSecret::life).toList();
        assertEquals(List.of(new SecretLife(days(1), null), new SecretLife(NOON, days(8))), lives);
        assertEquals(days(1), new KnownCredentials("EtatCivil-x", lives, null).renewedAt());
        assertNotNull(secrets.get(0).id());
        assertNotEquals(secrets.get(0).id(), secrets.get(1).id());
    }

    @Test
    void aRandomSecretIsLongAndAnotherEachTime() {
        assertTrue(NewSecret.random().text().length() >= 32);
        assertNotEquals(NewSecret.random(), NewSecret.random());
    }

    @Test
    void aScopeIsKnownByItsNameOnly() {
        assertEquals(Optional.of(Scope.OSL), Scope.of("OSL"));
        assertEquals(Optional.empty(), Scope.of("osl"));
        assertEquals(Optional.empty(), Scope.of(null));
        assertEquals(OrganizationType.ADMIN, Scope.DATAPASS.heldBy());
        assertEquals("Service instructeur", Scope.SI.label());
    }

    @Test
    void theListIsSortedByTheNewestWhereNoColumnIsChosen() {
        assertEquals(" order by c.createdAt desc nulls last, c.clientId", sortedBy(null, false));
        assertEquals(" order by u.usedAt nulls last, c.clientId", sortedBy(ApiClientSort.LAST_USE, false));
        assertEquals(" order by u.usedAt desc nulls last, c.clientId", sortedBy(ApiClientSort.LAST_USE, true));
    }

    private static String sortedBy(ApiClientSort sort, boolean descending) {
        return new ApiClientQuery(null, null, null, null, null, sort, descending, 0, 10).order();
    }

    @Test
    void aClientThatWasNeverUsedHasNoLastUse() {
        assertNull(line(null).lastUse());
        assertEquals(new LastUse(NOON, "::1", null), line(NOON).lastUse());
    }

    private static ApiClientLine line(Instant usedAt) {
        return new ApiClientLine(
                "EtatCivil-x", Scope.SI, TOWN, "Pontcarré", new String[0], null, NOON, null, null, usedAt, "::1", null);
    }
}
