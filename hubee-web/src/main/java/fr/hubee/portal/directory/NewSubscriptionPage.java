package fr.hubee.portal.directory;

import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.process.ProcessColumn;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.directory.process.ProcessService.RegisteredProcess;
import fr.hubee.directory.process.SubscriptionValidation;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionService;
import fr.hubee.directory.subscription.SubscriptionSettings;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.people.account.SubscriptionRequest;
import fr.hubee.people.account.SubscriptionRequestService;
import fr.hubee.portal.field.OrganizationChoice;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/** Subscribes an organisation to a démarche, where no DataPass does; the page first says what will happen. */
@Named
@RequestScoped
public class NewSubscriptionPage extends PersonPage {
    @Inject
    OrganizationChoice choice;

    @Inject
    OrganizationService organizations;

    @Inject
    ProcessService processes;

    @Inject
    SubscriptionService subscriptions;

    @Inject
    SubscriptionRequestService requests;

    /** Sent when the page has said what will happen; otherwise null. */
    @Inject
    @Param(name = "explained")
    String explained;

    private String organizationName;
    private AccessMode accessMode;
    private NotificationFrequency frequency = NotificationFrequency.DAILY;
    private boolean asking;

    @PostConstruct
    void open() {
        if (!isNational()) {
            throw new NotAllowed("Seule l’administration nationale crée un abonnement ici. Demandez-le avec DataPass.");
        }
        var key = choice.key();
        if (key == null) {
            return;
        }
        organizationName = organizations.read(key).details().name();
        if (key.type() != OrganizationType.SI) {
            throw new NotAllowed(
                    "Seul un service instructeur s’abonne à une démarche. Choisissez une autre organisation.");
        }
        asking = explained != null; // Faces decodes only buttons that are rendered
    }

    /** Creates the subscription at the second call, once the page has said what will happen. */
    public void create() {
        var wanted = wanted();
        asking = !PageMessages.inputErrors(requests.problems(caller(), wanted));
        if (asking && explained != null) {
            PageMessages.success("L’abonnement est créé.", "/abonnement?id=" + requests.create(caller(), wanted));
        }
    }

    private SubscriptionRequest wanted() {
        var settings = new SubscriptionSettings(
                accessMode, frequency, typed("email"), QueryParameter.organization(typed("editor")));
        return new SubscriptionRequest(
                typed("process"),
                choice.key(),
                settings,
                typed("administratorEmail"),
                typed("administratorFirstName"),
                typed("administratorLastName"));
    }

    public boolean isOrganizationChosen() {
        return choice.key() != null;
    }

    public OrganizationKey getOrganization() {
        return choice.key();
    }

    public String getOrganizationName() {
        return organizationName;
    }

    public List<RegisteredProcess> getProcesses() {
        return processes.list(ProcessColumn.CODE, null);
    }

    /** Returns the subscription that the organisation has already to the chosen démarche; null if there is none. */
    public UUID getExisting() {
        return typed("process") == null
                ? null
                : subscriptions.idOf(typed("process"), choice.key()).orElse(null);
    }

    /** Whether the page now says what will happen. */
    public boolean isAsking() {
        return asking;
    }

    /** Whether a mail invites the administrator; otherwise she has an account already. */
    public boolean isInviting() {
        return requests.invites(caller(), wanted());
    }

    public String getProcessName() {
        return chosen().map(ProcessDetails::title).orElse("");
    }

    /** Whether the operator of the démarche must first validate the subscription. */
    public boolean isToBeValidated() {
        return chosen().filter(process -> process.subscriptionValidation() == SubscriptionValidation.Manual)
                .isPresent();
    }

    /** Returns nothing where a forged request has chosen no démarche of the list. */
    private Optional<ProcessDetails> chosen() {
        return Optional.ofNullable(typed("process")).flatMap(processes::find);
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
