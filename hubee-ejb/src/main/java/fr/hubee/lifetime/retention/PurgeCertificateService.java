package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.lifetime.retention.CertificateRepository.Made;
import fr.hubee.lifetime.retention.CertificateRepository.Open;
import fr.hubee.lifetime.retention.CertificateRepository.Share;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Records certificates of purges in the journal: for each démarche, what was purged, how much, when, under which rule,
 * and a digest of the list of identifiers. The list is kept, so that the digest can be verified.
 */
@Stateless
public class PurgeCertificateService {
    @Inject
    CertificateRepository certificates;

    @Inject
    ProcessService processes;

    @Inject
    AuditJournal journal;

    /**
     * Certifies everything not yet certified, including the leftovers of an interrupted run.
     *
     * @return the number of certificates
     */
    @RolesAllowed(Roles.BATCH)
    public int certify() {
        var open = certificates.uncertified();
        var byProcess =
                open.stream().collect(Collectors.groupingBy(Open::processCode, TreeMap::new, Collectors.toList()));
        byProcess.forEach(this::certify);
        return open.size();
    }

    /** Certifies the deletions in a démarche: its entries name the run, by which the signed certificate combines them. */
    private void certify(String processCode, List<Open> all) {
        var run = UuidV7.next();
        var keys = certificates.certifyKeys(processCode, run);
        var operator = processes.find(processCode).map(ProcessDetails::osl).orElse(null);
        var ids = new ArrayList<UUID>();
        var acts = new ArrayList<Act>();
        for (var each : all) {
            var id = UuidV7.next();
            ids.add(id);
            acts.add(Act.by(Caller.HUB, action(each.act()))
                    .on(operator, processCode)
                    .with(told(id, each.rule(), certificates.certify(each, id))));
        }
        var shares = certificates.shares(ids);
        for (var act : acts) {
            journal.record(act.with(act.changes()
                    .and("run", run)
                    .and("keys", keys.count())
                    .and("keysSha256", keys.sha256())
                    .and("shares", shares.map(List::size))));
        }
        shares.ifPresent(several -> several.forEach(share -> record(share, processCode, run)));
    }

    private static Changes told(UUID certificate, String rule, Made made) {
        return Changes.told("certificate", certificate)
                .and("rule", rule)
                .and("items", made.items())
                .and("bytes", made.bytes())
                .and("from", made.first())
                .and("to", made.last())
                .and("sha256", made.sha256());
    }

    /** Records an entry for each organisation: it proves its own share, without showing those of others. */
    private void record(Share share, String processCode, UUID run) {
        var organization = OrganizationKey.parse(share.organization()).orElseThrow();
        journal.record(Act.by(Caller.HUB, AuditAction.SHARE_PURGED)
                .on(organization, processCode)
                .with(Changes.told("run", run)
                        .and("files", share.files())
                        .and("bytes", share.bytes())
                        .and("cases", share.cases())
                        .and("folders", share.folders())
                        .and("sha256", share.sha256())));
    }

    private static AuditAction action(PurgeAct act) {
        return switch (act) {
            case FILE -> AuditAction.FILES_PURGED;
            case CASE -> AuditAction.CASES_ARCHIVED;
            case FOLDER -> AuditAction.FOLDERS_DELETED;
        };
    }

    /**
     * The items of a certificate, in the order of its digest.
     *
     * @param after the last subject of the previous page; null for the first page
     */
    @RolesAllowed(Roles.ADMIN)
    public List<PurgedItem> items(Caller caller, UUID certificate, UUID after, int maxResult) {
        return certificates.items(certificate, after, maxResult);
    }
}
