package fr.hubee.clients.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionDetails;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.kernel.shared.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialPolicyTest {

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
}
