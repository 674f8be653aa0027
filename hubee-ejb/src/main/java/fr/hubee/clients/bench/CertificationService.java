package fr.hubee.clients.bench;

import fr.hubee.clients.bench.Certifiable.Passed;
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
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
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
    /** How old a passed scenario may be. */
    private static final Duration FRESH = Duration.ofDays(30);

    /** The last run of each scenario with each software, by any credentials of an organisation or of those whose editor it is. */
    private static final String LAST_RUNS = """
            select distinct on (r.scenario, r.editor_name, r.application_name, r.software_version)
                r.scenario, r.editor_name, r.application_name, r.software_version, r.state, r.ended_at
            from bench_run r join api_client k on k.client_id = r.client_id
            left join subscription s on s.id = k.subscription_id and s.editor_type is not null
            where r.ended_at > :since and r.application_name is not null
                and coalesce(s.editor_type, k.organization_type) = :type
                and coalesce(s.editor_company_register, k.company_register) = :register
                and coalesce(s.editor_branch_code, k.branch_code) = :branch
            order by r.scenario, r.editor_name, r.application_name, r.software_version, r.ended_at desc""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    CertificateStore certificates;

    @Inject
    ScenarioCatalog scenarios;

    @Inject
    BenchSettings bench;

    @Inject
    CertificateSettings settings;

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
                        bench.on() && profile.isFor(caller.organization().type()))
                .map(profile -> progress(caller.organization(), profile))
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
     * Issues a certificate for a year. Asked twice, it is the same one.
     *
     * @throws InvalidRequest unless one version has passed all scenarios within thirty days, and since its last revocation
     */
    @RolesAllowed({RoleNames.MANAGE_SUBSCRIPTIONS, RoleNames.BUSINESS})
    public SoftwareCertificate issue(Caller caller, SoftwareProfile profile) {
        var holder = caller.organization();
        certificates.lock(holder);
        var progress = progress(holder, profile);
        if (!progress.isReady()) {
            throw new InvalidRequest(Words.text("clients.certificate.notPassed"));
        }
        var key = seal.key().orElseThrow(() -> new InvalidRequest(Words.text("clients.certificate.noKey")));
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return certificates.of(holder).stream()
                .filter(known -> known.profile() == profile
                        && known.software().equals(progress.software())
                        && known.isValid(now)
                        && known.issuedAt().isAfter(now.minus(FRESH)))
                .findFirst()
                .orElseGet(() -> {
                    var end = now.atZone(Paris.ZONE).plusYears(1).toInstant();
                    var made = new SoftwareCertificate(UuidV7.next(), profile, holder, progress.software(), now, end);
                    var issuer = address.uri().toString();
                    var signed = SignedCertificate.sign(made, issuer, names(profile), key);
                    return add(caller, AuditAction.CERTIFICATE_ISSUED, signed);
                });
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

    private Certifiable progress(OrganizationKey holder, SoftwareProfile profile) {
        var revoked = certificates.of(holder).stream()
                .filter(each -> each.revokedAt() != null)
                .toList();
        var passed =
                passed(holder).filter(each -> isSince(revoked, profile, each)).toList();
        return Certifiable.of(profile, needed(profile), passed);
    }

    /** Returns the scenarios of the profile that all software can run, whatever its démarches allow. */
    private List<Scenario> needed(SoftwareProfile profile) {
        return scenarios.ofProfile(profile.name()).stream()
                .filter(each -> each.requires().isEmpty())
                .toList();
    }

    private List<String> names(SoftwareProfile profile) {
        return needed(profile).stream().map(Scenario::name).toList();
    }

    private static boolean isSince(Collection<SoftwareCertificate> revoked, SoftwareProfile profile, Passed passed) {
        return revoked.stream()
                .filter(each -> each.covers(profile, passed.software()))
                .allMatch(each -> each.revokedAt().isBefore(passed.at()));
    }

    private Stream<Passed> passed(OrganizationKey holder) {
        List<?> rows = entities.createNativeQuery(LAST_RUNS, Object[].class)
                .setParameter("since", clock.instant().minus(FRESH))
                .setParameter("type", holder.type().name())
                .setParameter("register", holder.companyRegister())
                .setParameter("branch", holder.branchCode())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .filter(row -> BenchRun.State.PASSED.name().equals(row[4]))
                .map(row -> new Passed(
                        (String) row[0], new PartnerInfo((String) row[1], (String) row[2], (String) row[3]), (Instant)
                                row[5]));
    }
}
