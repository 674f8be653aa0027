package fr.hubee.kernel.shared;

import static fr.hubee.kernel.shared.AuthenticationLevel.EIDAS0;
import static fr.hubee.kernel.shared.AuthenticationLevel.EIDAS1;
import static fr.hubee.kernel.shared.AuthenticationLevel.EIDAS1_MFA;
import static fr.hubee.kernel.shared.AuthenticationLevel.EIDAS2;
import static fr.hubee.kernel.shared.AuthenticationLevel.EIDAS3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuthenticationLevelTest {

    @Test
    void levelsAreNamedAsProConnectNamesThem() {
        assertEquals(
                List.of("eidas0", "eidas1", "eidas1-mfa", "eidas2", "eidas3"),
                Stream.of(AuthenticationLevel.values())
                        .map(AuthenticationLevel::acr)
                        .toList());
        assertEquals(Optional.of(EIDAS1_MFA), AuthenticationLevel.of("eidas1-mfa"));
    }

    @Test
    void anyOtherNameSaysNothing() {
        for (var acr : Stream.of("", "eidas", "EIDAS1", "eidas0-mfa", "eidas1_mfa", "2", null)
                .toList()) {
            assertEquals(Optional.empty(), AuthenticationLevel.of(acr));
        }
    }

    @Test
    void theOrderIsThatOfTheProof() {
        assertFalse(EIDAS0.isAtLeast(EIDAS1));
        assertTrue(EIDAS1.isAtLeast(EIDAS1));
        assertTrue(EIDAS1_MFA.isAtLeast(EIDAS1));
        assertFalse(EIDAS1_MFA.isAtLeast(EIDAS2));
    }

    @Test
    void twoFactorsBeginAboveEidas1() {
        assertFalse(EIDAS0.hasSecondFactor());
        assertFalse(EIDAS1.hasSecondFactor());
        assertTrue(Stream.of(EIDAS1_MFA, EIDAS2, EIDAS3).allMatch(AuthenticationLevel::hasSecondFactor));
    }
}
