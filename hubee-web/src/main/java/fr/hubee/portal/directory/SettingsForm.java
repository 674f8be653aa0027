package fr.hubee.portal.directory;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.directory.subscription.SubscriptionSettings;
import fr.hubee.portal.field.FieldProblems;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;

/** The settings of a subscription: access mode, notifications, the editor that acts for the subscriber. */
@Named
@RequestScoped
public class SettingsForm {
    @Inject
    SubscriptionLifeService life;

    @Inject
    SubscriptionPage page;

    @Inject
    CurrentCaller currentCaller;

    /** Sent when the page displayed the warning; otherwise null. */
    @Inject
    @Param(name = "warned")
    String shownWarning;

    private AccessMode accessMode;
    private NotificationFrequency frequency;
    private String email;
    private String editor;
    private ModeWarning warning;

    @PostConstruct
    void open() {
        var details = page.getSubscription().details();
        accessMode = details.accessMode();
        frequency = details.notificationFrequency();
        email = details.email();
        editor = details.editor() == null ? null : details.editor().toString();
        warning = new ModeWarning(shownWarning != null);
    }

    public void save() {
        var settings = new SubscriptionSettings(accessMode, frequency, email, QueryParameter.organization(editor));
        if (FieldProblems.show(life.problems(currentCaller.get(), page.id(), settings))) {
            warning.isOver();
            return;
        }
        boolean changed = accessMode != page.getSubscription().details().accessMode();
        if (changed && !warning.isHeeded()) {
            return;
        }
        life.configure(currentCaller.get(), page.id(), page.getVersion(), settings);
        page.done("Les réglages sont enregistrés.");
    }

    public ModeWarning getWarning() {
        return warning;
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

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getEditor() {
        return editor;
    }

    public void setEditor(String editor) {
        this.editor = editor;
    }

    /** A warning about a change of the access mode, which the user must first confirm. */
    public static final class ModeWarning {
        private boolean shown;
        private boolean read;

        ModeWarning(boolean shown) {
            this.shown = shown;
        }

        /** Whether the warning was shown and confirmed; otherwise it is shown now. */
        boolean isHeeded() {
            if (shown && !read) {
                PageMessages.beside("read", "Cochez cette case après avoir lu ce qui précède.");
            }
            boolean heeded = shown && read;
            shown = true;
            return heeded;
        }

        void isOver() {
            shown = false;
        }

        public boolean isShown() {
            return shown;
        }

        public boolean isRead() {
            return read;
        }

        public void setRead(boolean read) {
            this.read = read;
        }
    }
}
