package fr.hubee.desk.watch;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;

/** How many days the law gives a service, for those who work there: operators set it in {@link WatchDelayService}. */
@Stateless
@RolesAllowed(Roles.READ_FOLDERS)
public class LegalDelayService {
    @Inject
    WatchDelayRepository delays;

    /** In days after a télédossier has arrived, by the code of its démarche; démarches without a legal delay are not there. */
    public Map<String, Integer> list(Caller caller) {
        return delays.legal(caller);
    }
}
