package fr.hubee.portal.desk.home;

import fr.hubee.desk.watch.SilentSoftwareService;
import fr.hubee.desk.watch.SilentSoftwareService.SilentSoftware;
import fr.hubee.portal.directory.SubscriptionPage;
import fr.hubee.portal.field.PersonPage;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;

/** « Silencieux depuis … », on the page of a subscription. */
@Model
public class Silence extends PersonPage {
    @Inject
    SilentSoftwareService software;

    @Inject
    SubscriptionPage page;

    private final Once<SilentSoftware> found =
            new Once<>(() -> software.of(caller(), page.getLine().id()).orElse(null));

    /** Returns null when its software calls, or when it has none. */
    public SilentSoftware getFound() {
        return found.get();
    }
}
