package fr.hubee.portal.directory;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.directory.subscription.SubscriptionSettings;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;

/** The settings of a subscription: access mode, notifications, the editor that acts for the subscriber. */
@Named
@RequestScoped
public class SettingsForm extends PersonPage {
    @Inject
    SubscriptionLifeService life;

    @Inject
    SubscriptionPage page;

    /** Sent when the page displayed the warning; otherwise null. */
    @Inject
    @Param(name = "warned")
    String shownWarning;

    private AccessMode accessMode;
    private NotificationFrequency frequency;
    private boolean warned;
    private boolean read;

    @PostConstruct
    void open() {
        var details = page.getSubscription().details();
        accessMode = details.accessMode();
        frequency = details.notificationFrequency();
        getValues().put("email", details.email());
        getValues()
                .put(
                        "editor",
                        details.editor() == null ? null : details.editor().toString());
        warned = shownWarning != null;
    }

    public void save() {
        var settings = new SubscriptionSettings(
                accessMode, frequency, typed("email"), QueryParameter.organization(typed("editor")));
        if (PageMessages.inputErrors(life.problems(caller(), page.id(), settings))) {
            warned = false;
            return;
        }
        boolean changed = accessMode != page.getSubscription().details().accessMode();
        if (changed && !isConfirmed()) {
            return;
        }
        life.configure(caller(), page.id(), page.getVersion(), settings);
        page.done("Les réglages sont enregistrés.");
    }

    /** Whether the warning about a change of the access mode was shown and confirmed; otherwise it is shown now. */
    private boolean isConfirmed() {
        if (warned && !read) {
            PageMessages.fieldError("read", "Cochez cette case après avoir lu ce qui précède.");
        }
        boolean confirmed = warned && read;
        warned = true;
        return confirmed;
    }

    public boolean isWarned() {
        return warned;
    }

    public boolean isRead() {
        return read;
    }

    public void setRead(boolean read) {
        this.read = read;
    }

    public AccessMode getAccessMode() {
        return accessMode;
    }

    public void setAccessMode(AccessMode accessMode) {
        this.accessMode = accessMode;
    }

    public NotificationFrequency getFrequency() {
        return frequency;
    }

    public void setFrequency(NotificationFrequency frequency) {
        this.frequency = frequency;
    }
}
