package fr.hubee.clients.bench;

import fr.hubee.directory.subscription.CertificateStore;
import fr.hubee.directory.subscription.SoftwareCertificate;
import fr.hubee.directory.subscription.SoftwareProfile;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.journal.seal.SealSettings;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Certifies software that has passed the test bench, for the people of its organisation: an editor, an operator, or a service with software
 * of its own. On a hub in production, which has no bench, they bring the certificate of a hub whose key is trusted.
 */
@Stateless
@RolesAllowed({RoleNames.READ_SUBSCRIPTIONS, RoleNames.MANAGE_SUBSCRIPTIONS, RoleNames.BUSINESS, RoleNames.ADMIN})
public class CertificationService {
    @Inject
    CertificateStore certificates;

    @Inject
    ScenarioCatalog scenarios;

    @Inject
    BenchRepository bench;

    @Inject
    BenchSettings settings;

    @Inject
    SealSettings seal;

    @Inject
    PublicAddress address;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** Returns the certificates of the caller's organisation, the newest first. */
    public List<SoftwareCertificate> list(Caller caller) {
        return certificates.of(caller.organization());
    }

    /** Returns how far the software of the caller's organisation is, for each profile; nothing without a bench. */
    public List<Certifiable> progress(Caller caller) {
        return Stream.of(SoftwareProfile.values())
                .filter(profile ->
                        settings.on() && profile.isFor(caller.organization().type()))
                .map(profile -> progress(caller.organization(), profile, null))
                .toList();
    }

    /**
     * Returns what a certificate says that this hub knows, or that a trusted key has signed; empty for anything else. One that this hub knows
     * may be revoked.
     */
    @PermitAll // whoever is shown a certificate may check it
    public Optional<SoftwareCertificate> check(String jws) {
        try {
            var shown = SignedCertificate.verify(jws == null ? "" : jws.replaceAll("\\s", ""), anyKey -> true);
            var known = certificates.find(shown.certificate().id());
            boolean isTrusted = known.filter(each ->
                                    each.jws().equals(shown.certificate().jws()))
                            .isPresent()
                    || settings.certifiers().contains(shown.signer())
                    || seal.key().filter(own -> own.id().equals(shown.signer())).isPresent();
            return isTrusted ? known.or(() -> Optional.of(shown.certificate())) : Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /**
     * Issues a certificate for a year, to the organisation of a person, or to that whose software calls. Asked twice, it is the same one.
     *
     * @param software that it is for; null for the one that is nearest
     * @throws InvalidRequest unless this version has passed all scenarios within thirty days, and since its last revocation
     */
    @RolesAllowed({RoleNames.MANAGE_SUBSCRIPTIONS, RoleNames.BUSINESS, RoleNames.SI, RoleNames.OSL})
    public SoftwareCertificate issue(Caller caller, SoftwareProfile profile, PartnerInfo software) {
        var holder = caller.is(RoleNames.PERSON) ? caller.organization() : holder(caller);
        certificates.lock(holder);
        var progress = progress(holder, profile, software);
        if (progress.certificate() != null) {
            return progress.certificate();
        }
        if (!progress.isReady()) {
            var missing = "%s has not passed: %s".formatted(name(progress.software()), names(progress.missing()));
            throw BenchService.refused(caller, missing, Words.text("clients.certificate.notPassed"));
        }
        var key = seal.key()
                .orElseThrow(() ->
                        BenchService.refused(caller, "This hub has no key", Words.text("clients.certificate.noKey")));
        if (SoftwareCertificate.majorVersion(progress.software()).isEmpty()) {
            var unnamed =
                    "This software says no name or version: send applicationName and softwareVersion, such as 4.2,"
                            + " with each call, and pass the bench again";
            throw BenchService.refused(caller, unnamed, Words.text("directory.certificate.unnamed"));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var end = now.atZone(Paris.ZONE).plusYears(1).toInstant();
        var made = new SoftwareCertificate(UuidV7.next(), profile, holder, progress.software(), now, end);
        var signed = SignedCertificate.sign(made, address.uri().toString(), names(needed(profile)), key);
        return add(caller, AuditAction.CERTIFICATE_ISSUED, signed);
    }

    /**
     * Keeps the certificate that another hub has signed.
     *
     * @throws InvalidRequest for what is not a valid certificate of the caller's organisation, by a key that is trusted here
     */
    @RolesAllowed({RoleNames.MANAGE_SUBSCRIPTIONS, RoleNames.BUSINESS, RoleNames.ADMIN})
    public SoftwareCertificate bring(Caller caller, String jws) {
        var certificate = check(jws).orElseThrow(() -> new InvalidRequest(Words.text("clients.certificate.notSigned")));
        if (!certificate.organization().equals(caller.organization()) && !caller.is(RoleNames.ADMIN)) {
            throw new NotAllowed(Words.text("clients.certificate.ofAnother", certificate.organization()));
        }
        certificates.lock(certificate.organization());
        if (!certificate.isValid(clock.instant())) {
            throw new InvalidRequest(Words.text("clients.certificate.ended"));
        }
        return certificates
                .find(certificate.id())
                .orElseGet(() -> add(caller, AuditAction.CERTIFICATE_BROUGHT, certificate));
    }

    private SoftwareCertificate add(Caller caller, AuditAction action, SoftwareCertificate certificate) {
        certificates.add(certificate);
        journal.record(Act.by(caller, action)
                .on(certificate.organization(), certificate.id())
                .with(Changes.of("profile", certificate.profile())
                        .and("application", certificate.software().applicationName())
                        .and("softwareVersion", certificate.software().softwareVersion())
                        .and("until", certificate.expiresAt())));
        return certificate;
    }

    private OrganizationKey holder(Caller software) {
        return Optional.of(software.name())
                .filter(client -> settings.on())
                .flatMap(bench::holder)
                .orElseThrow(() -> NotFound.of("Bench"));
    }

    private static List<String> names(List<Scenario> scenarios) {
        return scenarios.stream().map(Scenario::name).toList();
    }

    private static String name(PartnerInfo software) {
        return software == null
                ? "This software"
                : "%s %s of %s"
                        .formatted(software.applicationName(), software.softwareVersion(), software.editorName());
    }

    /** @param software null for any of the holder's */
    private Certifiable progress(OrganizationKey holder, SoftwareProfile profile, PartnerInfo software) {
        var known = certificates.of(holder);
        var passed = bench.passed(holder, clock.instant().minus(Certifiable.FRESH)).stream()
                .filter(run -> software == null || run.software().equals(software))
                .filter(run -> known.stream()
                        .filter(each -> each.revokedAt() != null && each.covers(profile, run.software()))
                        .allMatch(each -> each.revokedAt().isBefore(run.at())))
                .toList();
        return Certifiable.of(profile, needed(profile), passed).with(known, clock.instant());
    }

    /** Returns the scenarios of the profile that all software can run, whatever its démarches allow. */
    private List<Scenario> needed(SoftwareProfile profile) {
        return scenarios.ofProfile(profile.name()).stream()
                .filter(each -> each.requires().isEmpty())
                .toList();
    }
}
