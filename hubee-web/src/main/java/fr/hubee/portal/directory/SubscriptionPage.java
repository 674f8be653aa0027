package fr.hubee.portal.directory;

import fr.hubee.directory.overview.HistoryLine;
import fr.hubee.directory.overview.SubscriptionDetail;
import fr.hubee.directory.overview.SubscriptionLine;
import fr.hubee.directory.overview.SubscriptionOverviewService;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.portal.field.VersionedForm;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/** One subscription and its history; {@link SubscriptionLife} and {@link SettingsForm} change it. */
@Named
@RequestScoped
public class SubscriptionPage extends VersionedForm {
    @Inject
    SubscriptionOverviewService subscriptions;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    @Param(name = "id")
    String id;

    private SubscriptionDetail subscription;
    private List<HistoryLine> history;

    @PostConstruct
    void open() {
        subscription = subscriptions.read(currentCaller.get(), id());
        setVersion(getLine().version());
    }

    public SubscriptionDetail getSubscription() {
        return subscription;
    }

    public SubscriptionLine getLine() {
        return subscription.line();
    }

    public List<HistoryLine> getHistory() {
        if (history == null) {
            history = subscriptions.history(currentCaller.get(), id());
        }
        return history;
    }

    /** Returns to the page, which shows this message. */
    void done(String text) {
        PageMessages.success(text, "/abonnement?id=" + id);
    }

    public boolean isAt(String status) {
        return getLine().status() == SubscriptionStatus.valueOf(status);
    }

    UUID id() {
        return QueryParameter.id(id);
    }

    public String getId() {
        return id;
    }
}
