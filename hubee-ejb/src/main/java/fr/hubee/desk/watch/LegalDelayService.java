package fr.hubee.desk.watch;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;

/** The number of days that the law gives a service, for the people who work there: operators set it in {@link WatchDelayService}. */
@Stateless
@RolesAllowed(Roles.READ_FOLDERS)
public class LegalDelayService {
    @Inject
    WatchDelayRepository delays;

    /**
     * Returns the delays in days after the arrival of a télédossier, by the code of its démarche; démarches without a legal delay are left
     * out.
     */
    public Map<String, Integer> list(Caller caller) {
        return delays.legal(caller);
    }
}
