package fr.hubee.directory.subscription;

import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.trace.AdvisoryLock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The certificates of software, and which subscription lacks one. */
@Dependent
public class CertificateStore {
    @PersistenceContext
    EntityManager entities;

    @Inject
    ProcessService processes;

    @Inject
    Clock clock;

    /** Serialises the certificates that an organisation gets. */
    public void lock(OrganizationKey organization) {
        AdvisoryLock.take(entities, "Certificates " + organization);
    }

    public void add(SoftwareCertificate certificate) {
        entities.persist(certificate);
    }

    public Optional<SoftwareCertificate> find(UUID id) {
        return Optional.ofNullable(RowLookup.find(entities, SoftwareCertificate.class, id));
    }

    /** Locks the row for a change: a concurrent change waits. */
    Optional<SoftwareCertificate> findForUpdate(UUID id) {
        return Optional.ofNullable(RowLookup.findLocked(entities, SoftwareCertificate.class, id));
    }

    /** Returns all of an organisation, the newest first. */
    public List<SoftwareCertificate> of(OrganizationKey organization) {
        return entities.createQuery(
                        "select c from SoftwareCertificate c where c.organization = :organization"
                                + " order by c.issuedAt desc, c.id desc",
                        SoftwareCertificate.class)
                .setParameter("organization", organization)
                .getResultList();
    }

    /** Returns those whose term has not ended, revoked ones too, by the names of their organisations. */
    List<CertifiedSoftware> listed(Instant now) {
        return entities.createQuery("""
                        select new fr.hubee.directory.subscription.CertifiedSoftware(c, o.name)
                        from SoftwareCertificate c join Organization o on o.key = c.organization
                        where c.expiresAt > :now
                        order by o.name, c.software.applicationName, c.profile, c.issuedAt desc""", CertifiedSoftware.class)
                .setParameter("now", now)
                .getResultList();
    }

    int removeEndedBefore(Instant date) {
        return entities.createQuery("delete from SoftwareCertificate c where c.expiresAt < :date")
                .setParameter("date", date)
                .executeUpdate();
    }

    /** Whether software works for it since this change without a certificate that its démarche requires. */
    boolean isMissing(Subscription subscription, SubscriptionDetails before) {
        var details = subscription.details();
        return details.hasNewSoftwareSince(before)
                && isMissing(subscription.processCode(), subscription.subscriber(), details);
    }

    /** Whether its démarche requires certified software, and that of its editor, or its own, is not. */
    boolean isMissing(String processCode, OrganizationKey subscriber, SubscriptionDetails details) {
        return details.accessMode() == AccessMode.API
                && processes
                        .find(processCode)
                        .filter(ProcessDetails::certifiedSoftware)
                        .isPresent()
                && of(details.softwareOf(subscriber)).stream()
                        .noneMatch(each -> each.profile() != SoftwareProfile.OSL && each.isValid(clock.instant()));
    }
}
