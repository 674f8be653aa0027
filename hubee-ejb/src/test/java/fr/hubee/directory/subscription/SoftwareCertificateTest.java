package fr.hubee.directory.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SoftwareCertificateTest {
    static final OrganizationKey EDITOR = new OrganizationKey(OrganizationType.EDT, "99000201800012", "00000");
    static final OrganizationKey TOWN = new OrganizationKey(OrganizationType.SI, "99000101800011", "99101");
    static final Instant NOON = Instant.parse("2026-11-30T11:00:00Z");
    static final Instant END = NOON.plusSeconds(60);

    static PartnerInfo escale(String version) {
        return new PartnerInfo("Ponant", "Escale", version);
    }

    static SoftwareCertificate certificate() {
        return new SoftwareCertificate(new UUID(0, 1), SoftwareProfile.SI, EDITOR, escale("4.2.1"), NOON, END);
    }

    @Test
    void aMajorVersionIsTheFirstNumber() {
        assertEquals(Optional.of(4), SoftwareCertificate.majorVersion(escale("4.2.1")));
        assertEquals(Optional.of(12), SoftwareCertificate.majorVersion(escale("v12-rc1")));
        assertEquals(Optional.empty(), SoftwareCertificate.majorVersion(escale("latest")));
        assertEquals(Optional.empty(), SoftwareCertificate.majorVersion(escale("12345678")));
        assertEquals(Optional.empty(), SoftwareCertificate.majorVersion(escale(null)));
        assertEquals(Optional.empty(), SoftwareCertificate.majorVersion(new PartnerInfo("Ponant", null, "4")));
    }

    @Test
    void softwareWithoutAVersionGetsNone() {
        assertThrows(
                InvalidRequest.class,
                () -> new SoftwareCertificate(new UUID(0, 1), SoftwareProfile.SI, EDITOR, escale(null), NOON, END));
    }

    @Test
    void itCoversTheProfileTheApplicationAndTheMajorVersion() {
        assertTrue(certificate().covers(SoftwareProfile.SI, escale("4.9")));
        assertFalse(certificate().covers(SoftwareProfile.SI, escale("5.0")));
        assertFalse(certificate().covers(SoftwareProfile.PUSH, escale("4.2.1")));
        assertFalse(certificate().covers(SoftwareProfile.SI, new PartnerInfo("Ponant", "Cabotage", "4.2.1")));
    }

    @Test
    void itIsValidUntilItsEndOrItsRevocation() {
        var certificate = certificate();
        assertTrue(certificate.isValid(END.minusSeconds(1)));
        assertFalse(certificate.isValid(END));

        certificate.revoke(" Essais truqués ", NOON.plusSeconds(1));

        assertFalse(certificate.isValid(NOON.plusSeconds(2)));
        assertEquals("Essais truqués", certificate.revocationReason());
        assertThrows(InvalidRequest.class, () -> certificate.revoke("Encore", NOON.plusSeconds(2)));
    }

    @Test
    void aRevocationHasAReason() {
        assertThrows(InvalidRequest.class, () -> certificate().revoke(" ", NOON));
        assertThrows(InvalidRequest.class, () -> certificate().revoke("x".repeat(1001), NOON));
    }

    static SubscriptionDetails details(AccessMode mode, SubscriptionStatus status, OrganizationKey editor) {
        return new SubscriptionDetails(
                1, mode, NotificationFrequency.NONE, null, status, null, null, null, null, null, null, null, editor);
    }

    @Test
    void softwareIsNewWhenItStartsOrIsAnother() {
        var inactive = details(AccessMode.API, SubscriptionStatus.INACTIVE, EDITOR);
        var active = details(AccessMode.API, SubscriptionStatus.ACTIVE, EDITOR);
        var suspended = details(AccessMode.API, SubscriptionStatus.SUSPENDED, EDITOR);
        var portal = details(AccessMode.PORTAIL, SubscriptionStatus.ACTIVE, null);
        var own = details(AccessMode.API, SubscriptionStatus.SUSPENDED, null);

        assertTrue(active.hasNewSoftwareSince(inactive));
        assertTrue(active.hasNewSoftwareSince(portal));
        assertTrue(own.hasNewSoftwareSince(suspended));
        assertFalse(suspended.hasNewSoftwareSince(active));
        assertFalse(active.hasNewSoftwareSince(suspended));
        assertFalse(active.hasNewSoftwareSince(active));
        assertFalse(portal.hasNewSoftwareSince(inactive));
        assertFalse(inactive.hasNewSoftwareSince(portal));
    }

    @Test
    void theEditorsSoftwareWorksForASubscriberThatHasOne() {
        assertEquals(
                EDITOR,
                details(AccessMode.API, SubscriptionStatus.ACTIVE, EDITOR).softwareOf(TOWN));
        assertEquals(
                TOWN, details(AccessMode.API, SubscriptionStatus.ACTIVE, null).softwareOf(TOWN));
    }
}
