package fr.hubee.portal.directory;

import fr.hubee.directory.process.RetentionRules;
import fr.hubee.lifetime.retention.PurgeForecast;
import fr.hubee.lifetime.retention.RetentionPreviewService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;

/** The forecast of what changed retention rules would erase, shown and confirmed before they are saved. */
@Named
@RequestScoped
public class RulesChange {
    @Inject
    RetentionPreviewService retention;

    @Inject
    CurrentCaller currentCaller;

    /** The fingerprint of the rules whose forecast was shown and confirmed; null for none. */
    @Inject
    @Param(name = "confirm")
    String confirmed;

    private PurgeForecast now;
    private PurgeForecast then;

    /** Whether the page must show the forecast: also when other rules were typed after it. */
    boolean isShown(String code, RetentionRules known, RetentionRules wanted) {
        if (wanted.equals(known) || wanted.fingerprint().equals(confirmed)) {
            return false;
        }
        now = retention.preview(currentCaller.get(), code, known);
        then = retention.preview(currentCaller.get(), code, wanted);
        return true;
    }

    /** Returns a text if a large purge waits for a confirmation, by any author of the change; else an empty one. */
    String purgeWaits(String code) {
        boolean waits = retention.waiting(currentCaller.get()).stream()
                .anyMatch(each -> each.processCode().equals(code));
        return waits
                ? " La prochaine purge effacerait beaucoup : elle attend encore votre accord, à la page « Conservation »."
                : "";
    }

    /** Returns the forecast for the current rules; null when there is nothing to confirm. */
    public PurgeForecast getNow() {
        return now;
    }

    /** Returns the forecast for the changed rules. */
    public PurgeForecast getThen() {
        return then;
    }
}
