package fr.hubee.portal.subscription;

import fr.hubee.organization.NamedOrganization;
import fr.hubee.organization.OrganizationService;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.field.FieldProblems;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.subscription.AccessMode;
import fr.hubee.subscription.NotificationFrequency;
import fr.hubee.subscription.SubscriptionLifeService;
import fr.hubee.subscription.SubscriptionSettings;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The settings of a subscription: access mode, notifications, the editor that acts for the subscriber. */
@Named
@RequestScoped
public class SettingsForm {
    @Inject
    SubscriptionLifeService life;

    @Inject
    OrganizationService organizations;

    @Inject
    SubscriptionPage page;

    @Inject
    CurrentCaller currentCaller;

    /** Null unless the page that was sent showed the warning. */
    @Inject
    @Param(name = "warned")
    String shownWarning;

    private AccessMode accessMode;
    private NotificationFrequency frequency;
    private String email;
    private String editor;
    private boolean warned;
    private boolean read;

    @PostConstruct
    void open() {
        var details = page.getSubscription().details();
        accessMode = details.accessMode();
        frequency = details.notificationFrequency();
        email = details.email();
        editor = details.editor() == null ? null : details.editor().toString();
        warned = shownWarning != null;
    }

    /** Changing the access mode has risks: the user must first confirm a warning. */
    public String save() {
        var settings = new SubscriptionSettings(accessMode, frequency, email, QueryParameter.organization(editor));
        if (FieldProblems.show(life.problems(currentCaller.get(), page.id(), settings))) {
            warned = false;
            return null;
        }
        if (isModeChanged() && !(warned && read)) {
            if (warned) {
                PageMessages.beside("read", "Cochez cette case après avoir lu ce qui précède.");
            }
            warned = true;
            return null;
        }
        life.configure(currentCaller.get(), page.id(), page.getVersion(), settings);
        return page.done("Les réglages sont enregistrés.");
    }

    private boolean isModeChanged() {
        return accessMode != page.getSubscription().details().accessMode();
    }

    public boolean isWarned() {
        return warned;
    }

    public List<NamedOrganization> getEditors() {
        return organizations.editors();
    }

    public List<NotificationFrequency> getFrequencies() {
        return List.of(NotificationFrequency.values());
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

    public boolean isRead() {
        return read;
    }

    public void setRead(boolean read) {
        this.read = read;
    }
}
