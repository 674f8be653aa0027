package fr.hubee.directory.subscription;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotFound;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.UUID;

/** The certificates of software, which everybody may read, and the national administrator may revoke. */
@Stateless
public class SoftwareCertificateService {
    /** How long its page still tells that one has ended, or why it was revoked. */
    private static final Period KEPT = Period.ofDays(365);

    @Inject
    CertificateStore certificates;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** Returns those whose term has not ended; revoked ones too. */
    @PermitAll // it is a public list
    public List<CertifiedSoftware> list() {
        return certificates.listed(clock.instant());
    }

    @PermitAll // whoever has its number may check it
    public SoftwareCertificate read(UUID id) {
        return certificates.find(id).orElseThrow(() -> NotFound.of("Certificate"));
    }

    /** @param reason everybody reads it */
    @RolesAllowed(RoleNames.ADMIN)
    @RecentSecondFactor
    public void revoke(Caller caller, UUID id, String reason) {
        var certificate = certificates.findForUpdate(id).orElseThrow(() -> NotFound.of("Certificate"));
        certificate.revoke(reason, clock.instant());
        journal.record(Act.by(caller, AuditAction.CERTIFICATE_REVOKED)
                .on(certificate.organization(), id)
                .with(Changes.of("reason", certificate.revocationReason())));
    }

    /** @return how many certificates were deleted, a year after their term */
    @RolesAllowed(RoleNames.BATCH)
    public int forgetOld() {
        return certificates.removeEndedBefore(clock.instant().minus(KEPT));
    }
}
