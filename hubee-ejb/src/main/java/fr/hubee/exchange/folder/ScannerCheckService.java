package fr.hubee.exchange.folder;

import fr.hubee.files.scan.ScannerLimits;
import fr.hubee.kernel.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger.Level;

/** Compares the largest file of the démarches with the limits of the antivirus. */
@Stateless
@RolesAllowed(Roles.BATCH)
public class ScannerCheckService {
    private static final System.Logger LOG = System.getLogger(ScannerCheckService.class.getName());

    @PersistenceContext
    EntityManager entities;

    @Inject
    ScannerLimits scanner;

    /** @return false when a problem is known, which is logged */
    public boolean check() {
        var largest = (Number) entities.createNativeQuery("select coalesce(max(attachment_max_size), 0) from process")
                .getSingleResult();
        var problem = scanner.problem(largest.longValue());
        problem.ifPresent(text -> LOG.log(Level.ERROR, "HUBEE-ANTIVIRUS-LIMITS {0}", text));
        return problem.isEmpty();
    }
}
