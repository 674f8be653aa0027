package fr.hubee.portal.desk.casefile;

import fr.hubee.desk.casework.CaseSupportService;
import fr.hubee.desk.casework.SupportedCase;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/** The national administrator finds one télédossier by its number and its organisation, and acts on it for its service. */
@Model
public class SupportPage extends PersonPage {
    @Inject
    @Param(name = "numero")
    String number;

    @Inject
    @Param(name = "organisation")
    String organization;

    @Inject
    @Param(name = "td")
    String chosen;

    @Inject
    CaseSupportService support;

    private final Once<List<SupportedCase>> found = new Once<>(this::find);

    private List<SupportedCase> find() {
        var service = QueryParameter.organization(organization);
        return service == null || !isAsked() ? List.of() : support.find(caller(), service, number.strip());
    }

    /** Whether a number was typed. */
    public boolean isAsked() {
        return number != null && !number.isBlank();
    }

    /** Whether the organisation was typed, and not taken among those proposed. */
    public boolean isOrganizationMissing() {
        return isAsked() && QueryParameter.organization(organization) == null;
    }

    public List<SupportedCase> getFound() {
        return found.get();
    }

    /** Returns the only télédossier, or the one that was chosen among several; null for none. */
    public SupportedCase getShown() {
        var all = getFound();
        if (all.size() == 1) {
            return all.get(0);
        }
        return all.stream()
                .filter(each -> each.id().toString().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    /** Returns the address of this search for one of several télédossiers with the number. */
    public String at(UUID id) {
        return new Address("/assistance")
                .with("numero", number)
                .with("organisation", organization)
                .with("td", id.toString())
                .text();
    }

    public void reopen() {
        var id = getShown().id();
        done(
                "Le télédossier est de nouveau « En cours ». L’opérateur en est prévenu.",
                id,
                support.reopen(caller(), id, typed("reason")));
    }

    /** @param content id of a message or a file of the télédossier */
    public void withdraw(String content) {
        var id = getShown().id();
        done(
                "C’est retiré : l’opérateur ne l’a pas reçu.",
                id,
                support.withdraw(caller(), id, QueryParameter.id(content), typed("reason")));
    }

    public void openFiles() {
        var id = getShown().id();
        done(
                "Les agents du service ouvrent de nouveau les pièces.",
                id,
                support.openFiles(caller(), id, typed("reason")));
    }

    private void done(String act, UUID id, int people) {
        var mailed = people == 0
                ? " Aucun administrateur local actif n’a pu être prévenu par courriel : prévenez vous-même le service."
                : " Les administrateurs locaux du service sont prévenus par courriel.";
        PageMessages.success(act + mailed, at(id));
    }
}
