package fr.hubee.clients.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionDetails;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialPolicyTest {
    static final OrganizationKey TOWN = new OrganizationKey(OrganizationType.SI, "99000101800011", "99101");
    static final OrganizationKey STATE = new OrganizationKey(OrganizationType.ADMIN, "99000000200012", "00000");

    static SubscriptionDetails subscription(AccessMode mode, SubscriptionStatus status) {
        return new SubscriptionDetails(
                0, mode, NotificationFrequency.NONE, null, status, null, null, null, null, null, null, null, null);
    }

    static String refusal(AccessMode mode) {
        var details = subscription(mode, SubscriptionStatus.ACTIVE);
        return assertThrows(InvalidRequest.class, () -> CredentialPolicy.requireApi(details))
                .getMessage();
    }

    @Test
    void onlyTheApiModeHasCredentials() {
        assertTrue(refusal(AccessMode.PORTAIL).contains("modalité « Portail »"));
        assertTrue(refusal(null).startsWith("Choisissez d’abord"));
        assertDoesNotThrow(
                () -> CredentialPolicy.requireApi(subscription(AccessMode.API, SubscriptionStatus.INACTIVE)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSED")
    void aSuspendedSubscriptionKeepsItsCredentials(SubscriptionStatus status) {
        assertDoesNotThrow(() -> CredentialPolicy.requireOpen(subscription(AccessMode.API, status)));
    }

    @Test
    void aRefusedSubscriptionHasNone() {
        var refused = subscription(AccessMode.API, SubscriptionStatus.REFUSED);
        assertThrows(InvalidRequest.class, () -> CredentialPolicy.requireOpen(refused));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30})
    void anOverlapOfNoDayOrAMonthIsAccepted(int days) {
        assertDoesNotThrow(() -> CredentialPolicy.requireOverlap(days));
    }

    @Test
    void theAdministratorHasAllSecretsButThoseOfInstructingServices() {
        var ofService = caller(RoleNames.SI, TOWN);
        var administrator = caller(RoleNames.ADMIN, STATE);

        assertTrue(CredentialPolicy.isOwner(ofService, Scope.SI));
        assertTrue(CredentialPolicy.isOwner(administrator, Scope.OSL));
        assertFalse(CredentialPolicy.isOwner(administrator, Scope.SI));
        assertDoesNotThrow(() -> CredentialPolicy.requireOwner(ofService, Scope.SI));
        assertThrows(NotAllowed.class, () -> CredentialPolicy.requireOwner(administrator, Scope.SI));
    }

    @Test
    void credentialsWithoutASubscriptionAreReachedByTheAdministratorAndByTheService() {
        assertDoesNotThrow(() -> CredentialPolicy.requireReach(caller(RoleNames.ADMIN, STATE), client(Scope.SI)));
        assertDoesNotThrow(() -> CredentialPolicy.requireReach(caller(RoleNames.ADMIN, STATE), client(Scope.OSL)));
        assertDoesNotThrow(() -> CredentialPolicy.requireReach(caller(RoleNames.SI, TOWN), client(Scope.SI)));
        assertThrows(
                NotAllowed.class, () -> CredentialPolicy.requireReach(caller(RoleNames.OSL, TOWN), client(Scope.OSL)));
        assertThrows(
                NotAllowed.class, () -> CredentialPolicy.requireReach(caller(RoleNames.SI, STATE), client(Scope.SI)));
    }

    @Test
    void softwareReachesItselfAndNoOtherSoftwareOfItsOrganisation() {
        var other = new Caller("other", TOWN, Set.of(RoleNames.SI), Set.of(), null);
        var itself = new Caller("any", TOWN, Set.of(RoleNames.SI), Set.of(), null);
        var person = new Caller("any", STATE, Set.of(RoleNames.PERSON), Set.of(), null);

        assertDoesNotThrow(() -> CredentialPolicy.requireOwnSoftware(itself, client(Scope.SI)));
        assertDoesNotThrow(() -> CredentialPolicy.requireOwnSoftware(person, client(Scope.SI)));
        assertThrows(NotAllowed.class, () -> CredentialPolicy.requireOwnSoftware(other, client(Scope.SI)));
    }

    private static Caller caller(String role, OrganizationKey organization) {
        return new Caller("ada", organization, Set.of(role), Set.of(), null);
    }

    private static ApiClient client(Scope scope) {
        var wanted = new NewApiClient("any", "sesame", scope, TOWN, List.of());
        return new ApiClient(wanted, null, "hash", null, ApiClientTest.NOON);
    }
}
