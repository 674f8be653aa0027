package fr.hubee.portal.journal;

import fr.hubee.lifetime.retention.PurgeForecast;
import fr.hubee.lifetime.retention.RuleReviewService;
import fr.hubee.lifetime.retention.RuleReviewService.WaitingRules;
import fr.hubee.lifetime.store.DamagedFile;
import fr.hubee.lifetime.store.StoreReading;
import fr.hubee.lifetime.store.StoreReadingService;
import fr.hubee.portal.field.FirstLines;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The forecast of the next purge, the shortened rules that wait for a confirmation, and the damaged files. */
@Named
@RequestScoped
public class RetentionPage extends PersonPage {
    private static final String HERE = "/conservation";
    private static final int MOST_DAMAGED = 50;

    @Inject
    RuleReviewService review;

    @Inject
    StoreReadingService reading;

    @Inject
    @Param(name = "apres")
    String after;

    private List<PurgeForecast> forecasts;
    private List<WaitingRules> waiting;
    private FirstLines<DamagedFile> damaged;

    public List<PurgeForecast> getForecasts() {
        if (forecasts == null) {
            forecasts = review.nextRun(caller());
        }
        return forecasts;
    }

    public List<WaitingRules> getWaiting() {
        if (waiting == null) {
            waiting = review.waiting(caller());
        }
        return waiting;
    }

    public StoreReading getReading() {
        return reading.progress(caller());
    }

    public FirstLines<DamagedFile> getDamaged() {
        if (damaged == null) {
            var last = after == null ? null : QueryParameter.id(after);
            damaged = FirstLines.of(reading.damaged(caller(), last, MOST_DAMAGED + 1), MOST_DAMAGED);
        }
        return damaged;
    }

    /** @param seen the fingerprint of the displayed rules: no others are confirmed */
    public void confirm(String code, String seen) {
        review.confirm(caller(), code, seen);
        PageMessages.success("La prochaine purge de la démarche " + code + " suivra ses nouvelles règles.", HERE);
    }

    /** Reads a file again after it was restored from a backup. */
    public void readAgain(String attachment) {
        var damage = reading.readAgain(caller(), QueryParameter.id(attachment));
        if (damage.isPresent()) {
            PageMessages.refusal("Ce fichier n’est pas encore celui que HubEE a reçu : "
                    + damage.get().label() + ".");
            return;
        }
        PageMessages.success("Le fichier est de nouveau celui que HubEE a reçu : il est remis à qui le demande.", HERE);
    }
}
