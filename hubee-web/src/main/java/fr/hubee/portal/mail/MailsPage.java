package fr.hubee.portal.mail;

import fr.hubee.mail.MailCounts;
import fr.hubee.mail.MailLine;
import fr.hubee.mail.MailOutboxService;
import fr.hubee.mail.MailQuery;
import fr.hubee.mail.MailState;
import fr.hubee.mail.template.MailTemplate;
import fr.hubee.portal.address.Address;
import fr.hubee.portal.address.ListPages;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.shared.Page;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Locale;
import java.util.UUID;

/** The outbox: recipients, and mails that were not sent. Texts are not stored, so they cannot be shown. */
@Named
@ViewScoped
public class MailsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SIZE = 20;

    @Inject
    MailOutboxService outbox;

    @Inject
    CurrentCaller currentCaller;

    private String state;
    private String recipient;
    private String template;
    private String number;
    private transient Page<MailLine> found;

    public Page<MailLine> getFound() {
        if (found == null) {
            found = outbox.page(new MailQuery(
                    QueryParameter.one(MailState.class, state),
                    recipient == null ? null : recipient.strip().toLowerCase(Locale.ROOT),
                    QueryParameter.one(MailTemplate.class, template),
                    (QueryParameter.page(number) - 1) * SIZE,
                    SIZE));
        }
        return found;
    }

    public MailCounts getCounts() {
        return outbox.counts();
    }

    public ListPages getPages() {
        return new ListPages(
                new Address("/courriels")
                        .with("etat", state)
                        .with("destinataire", recipient)
                        .with("modele", template),
                getFound(),
                SIZE);
    }

    public boolean isWaiting(MailLine line) {
        return line.state() == MailState.WAITING;
    }

    public boolean isGivenUp(MailLine line) {
        return line.state() == MailState.GIVEN_UP;
    }

    /** Queues it again, and reloads the page. */
    public String retry(UUID id) {
        outbox.retry(currentCaller.get(), id);
        PageMessages.success("Le courriel va repartir. HubEE essaiera pendant trois jours s’il le faut.");
        return "/courriels?faces-redirect=true&includeViewParams=true";
    }

    public boolean isSearched() {
        return state != null || recipient != null || template != null;
    }

    public MailState[] getStates() {
        return MailState.values();
    }

    public MailTemplate[] getTemplates() {
        return MailTemplate.values();
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getRecipient() {
        return recipient;
    }

    public void setRecipient(String recipient) {
        this.recipient = recipient;
    }

    public String getTemplate() {
        return template;
    }

    public void setTemplate(String template) {
        this.template = template;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
