package fr.hubee.retention.certificate;

import fr.hubee.audit.Act;
import fr.hubee.audit.AuditAction;
import fr.hubee.audit.AuditJournal;
import fr.hubee.audit.Changes;
import fr.hubee.process.ProcessDetails;
import fr.hubee.process.ProcessService;
import fr.hubee.retention.certificate.CertificateRepository.Open;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.UuidV7;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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

    /** Of a démarche: its entries name the run, which the signed certificate puts together. */
    private void certify(String processCode, List<Open> all) {
        var run = UuidV7.next();
        var keys = certificates.certifyKeys(processCode, run);
        var operator = processes.find(processCode).map(ProcessDetails::osl).orElse(null);
        for (var each : all) {
            var id = UuidV7.next();
            var made = certificates.certify(each, id);
            journal.record(Act.by(Caller.HUB, action(each.act()))
                    .on(operator, processCode)
                    .with(Changes.told("certificate", id)
                            .and("rule", each.rule())
                            .and("items", made.items())
                            .and("bytes", made.bytes())
                            .and("from", made.first())
                            .and("to", made.last())
                            .and("sha256", made.sha256())
                            .and("run", run)
                            .and("keys", keys.count())
                            .and("keysSha256", keys.sha256())));
        }
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
