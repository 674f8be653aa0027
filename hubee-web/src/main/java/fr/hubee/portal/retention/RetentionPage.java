package fr.hubee.portal.retention;

import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.process.RetentionRules;
import fr.hubee.retention.PurgeForecast;
import fr.hubee.retention.RetentionPreviewService;
import fr.hubee.retention.RuleReviewService;
import fr.hubee.retention.WaitingRules;
import fr.hubee.retention.reading.DamagedFile;
import fr.hubee.retention.reading.StoreReading;
import fr.hubee.retention.reading.StoreReadingService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The forecast of the next purge, the shortened rules that wait for a confirmation, and the damaged files. */
@Named
@ViewScoped
public class RetentionPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DAMAGED = 50;

    @Inject
    RetentionPreviewService preview;

    @Inject
    RuleReviewService review;

    @Inject
    StoreReadingService reading;

    @Inject
    CurrentCaller currentCaller;

    /** The rules as shown: only these can be confirmed. */
    private final transient Map<String, RetentionRules> shown = new HashMap<>();

    private String after;
    private transient List<PurgeForecast> forecasts;
    private transient List<WaitingRules> waiting;
    private transient List<DamagedFile> damaged;

    public void opened() {
        getWaiting().forEach(each -> shown.put(each.processCode(), each.wanted()));
    }

    public List<PurgeForecast> getForecasts() {
        if (forecasts == null) {
            forecasts = preview.nextRun(currentCaller.get());
        }
        return forecasts;
    }

    public List<WaitingRules> getWaiting() {
        if (waiting == null) {
            waiting = preview.waiting(currentCaller.get());
        }
        return waiting;
    }

    public StoreReading getReading() {
        return reading.progress(currentCaller.get());
    }

    private List<DamagedFile> damaged() {
        if (damaged == null) {
            UUID last = after == null ? null : QueryParameter.id(after);
            damaged = reading.damaged(currentCaller.get(), last, MOST_DAMAGED + 1);
        }
        return damaged;
    }

    public List<DamagedFile> getDamaged() {
        return damaged().subList(0, Math.min(MOST_DAMAGED, damaged().size()));
    }

    /** Null when all are shown. */
    public String getMoreDamaged() {
        return damaged().size() > MOST_DAMAGED
                ? "/conservation?apres=" + damaged().get(MOST_DAMAGED - 1).attachment()
                : null;
    }

    public String confirm(String code) {
        review.confirm(currentCaller.get(), code, shown.get(code));
        PageMessages.success("La prochaine purge de la démarche " + code + " suivra ses nouvelles règles.");
        return "/conservation?faces-redirect=true";
    }

    /** Reads a file again after it was restored from a backup. */
    public String readAgain(UUID attachment) {
        var damage = reading.readAgain(currentCaller.get(), attachment);
        if (damage.isPresent()) {
            PageMessages.refusal("Ce fichier n’est pas encore celui que HubEE a reçu : "
                    + damage.get().label() + ".");
            return null;
        }
        PageMessages.success("Le fichier est de nouveau celui que HubEE a reçu : il est remis à qui le demande.");
        return "/conservation?faces-redirect=true";
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
