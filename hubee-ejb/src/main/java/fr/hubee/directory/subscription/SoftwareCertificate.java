package fr.hubee.directory.subscription;

import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A certificate: software of an organisation has passed all scenarios of a profile. It covers one major version.
 *
 * <p>It is valid until its end, a year later, unless the national administrator revokes it; a revocation is final.
 */
@Entity
@Table(name = "software_certificate")
public class SoftwareCertificate {
    private static final Pattern MAJOR = Pattern.compile("[vV]?([0-9]{1,6})(\\D.*)?");

    private static final int LONGEST_REASON = 1000;

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private SoftwareProfile profile;

    @Embedded
    private OrganizationKey organization;

    @Embedded
    private PartnerInfo software;

    private int majorVersion;

    private Instant issuedAt;

    private Instant expiresAt;

    private String jws;

    private Instant revokedAt;

    private String revocationReason;

    SoftwareCertificate() {}

    /** @throws InvalidRequest for software without a name or a version */
    public SoftwareCertificate(
            UUID id,
            SoftwareProfile profile,
            OrganizationKey organization,
            PartnerInfo software,
            Instant issuedAt,
            Instant expiresAt) {
        this.id = id;
        this.profile = profile;
        this.organization = organization;
        this.software = software;
        this.majorVersion = majorVersion(software)
                .orElseThrow(() -> new InvalidRequest(Words.text("directory.certificate.unnamed")));
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    /** Returns the first number of the version; empty for software that names no application or no such version. */
    public static Optional<Integer> majorVersion(PartnerInfo software) {
        if (software.applicationName() == null || software.softwareVersion() == null) {
            return Optional.empty();
        }
        var version = MAJOR.matcher(software.softwareVersion());
        return version.matches() ? Optional.of(Integer.valueOf(version.group(1))) : Optional.empty();
    }

    public SoftwareCertificate signedAs(String signature) {
        jws = signature;
        return this;
    }

    void revoke(String reason, Instant now) {
        if (revokedAt != null) {
            throw new InvalidRequest(Words.text("directory.certificate.revoked"));
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidRequest(Words.text("directory.certificate.noReason"));
        }
        revocationReason = reason.strip();
        revokedAt = now;
    }

    /** Whether it is about the same product as these calls: their certificate would replace it. */
    public boolean covers(SoftwareProfile which, PartnerInfo calls) {
        return profile == which
                && software.applicationName().equals(calls.applicationName())
                && majorVersion(calls)
                        .filter(version -> version == majorVersion)
                        .isPresent();
    }

    public boolean isValid(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }

    public UUID id() {
        return id;
    }

    public SoftwareProfile profile() {
        return profile;
    }

    public OrganizationKey organization() {
        return organization;
    }

    public PartnerInfo software() {
        return software;
    }

    public int majorVersion() {
        return majorVersion;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public String jws() {
        return jws;
    }

    /** Returns null unless it was revoked. */
    public Instant revokedAt() {
        return revokedAt;
    }

    public String revocationReason() {
        return revocationReason;
    }
}
