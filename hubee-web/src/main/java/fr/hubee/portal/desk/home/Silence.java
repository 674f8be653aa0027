package fr.hubee.portal.desk.home;

import fr.hubee.desk.watch.SilentSoftwareService;
import fr.hubee.desk.watch.SilentSoftwareService.SilentSoftware;
import fr.hubee.portal.directory.SubscriptionPage;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** « Silencieux depuis … », on the page of a subscription. */
@Named
@RequestScoped
public class Silence {
    @Inject
    SilentSoftwareService software;

    @Inject
    SubscriptionPage page;

    @Inject
    CurrentCaller currentCaller;

    private SilentSoftware found;
    private boolean read;

    /** Returns null when its software calls, or when it has none. */
    public SilentSoftware getFound() {
        if (!read) {
            found = software.of(currentCaller.get(), page.getLine().id()).orElse(null);
            read = true;
        }
        return found;
    }
}
