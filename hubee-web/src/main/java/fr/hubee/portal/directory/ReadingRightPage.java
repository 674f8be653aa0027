package fr.hubee.portal.directory;

import fr.hubee.clients.client.Scope;
import fr.hubee.clients.token.ReadingRightService;
import fr.hubee.clients.token.ReadingRightService.KnownReadingRight;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** The right of a client of the administration to read the files of télédossiers: requested by one administrator, granted by another. */
@Named
@RequestScoped
public class ReadingRightPage extends PersonPage {
    @Inject
    ReadingRightService rights;

    @Inject
    ApiClientPage client;

    private KnownReadingRight open;
    private boolean looked;
    private UUID asked;
    private Integer days = 1;

    public boolean isOffered() {
        return client.getKnown().client().scope() == Scope.ADMIN;
    }

    /** Returns the requested or granted right; null for none. */
    public KnownReadingRight getOpen() {
        if (!looked) {
            open = rights.read(caller(), client.getId())
                    .filter(right -> right.awaited() || right.live())
                    .orElse(null);
            looked = true;
        }
        return open;
    }

    public void ask() {
        rights.ask(caller(), client.getId(), days, typed("reason"));
        PageMessages.success(
                "La lecture est demandée : un second administrateur national doit l’accorder sur cette page, sous 7 jours.",
                ApiClientPage.at(client.getId()));
    }

    public void grant() {
        rights.grantReading(caller(), client.getId(), asked);
        PageMessages.success("Ce client lit désormais les pièces des télédossiers.", ApiClientPage.at(client.getId()));
    }

    public void withdraw() {
        rights.withdraw(caller(), client.getId(), asked);
        PageMessages.success("Ce client ne lit plus aucune pièce.", ApiClientPage.at(client.getId()));
    }

    /** Returns the id of the right that the page showed: only this one is granted. */
    public String getAsked() {
        return getOpen() == null ? "" : getOpen().id().toString();
    }

    public void setAsked(String text) {
        asked = text == null || text.isEmpty() ? null : UUID.fromString(text);
    }

    public Integer getDays() {
        return days;
    }

    public void setDays(Integer days) {
        this.days = days;
    }
}
