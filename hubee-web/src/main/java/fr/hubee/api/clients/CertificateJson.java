package fr.hubee.api.clients;

import fr.hubee.directory.subscription.SoftwareCertificate;
import fr.hubee.directory.subscription.SoftwareProfile;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** A certificate of software; {@code jws} is what others verify. */
public record CertificateJson(
        UUID id, SoftwareProfile profile, String applicationName, String softwareVersion, Instant until, String jws) {

    static CertificateJson from(SoftwareCertificate certificate) {
        var software = certificate.software();
        return new CertificateJson(
                certificate.id(),
                certificate.profile(),
                software.applicationName(),
                software.softwareVersion(),
                certificate.expiresAt(),
                certificate.jws());
    }

    /** The profile whose scenarios were passed. */
    public record WantedCertificateJson(@NotNull SoftwareProfile profile) {}
}
