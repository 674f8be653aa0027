package fr.hubee.audit;

import fr.hubee.security.Roles;
import fr.hubee.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The journal, for the national administrator. */
@Stateless
public class AuditService {
    @Inject
    AuditRepository entries;

    /** The newest first. */
    @RolesAllowed(Roles.ADMIN)
    public Page<AuditLine> page(AuditQuery query) {
        return entries.page(query);
    }
}
