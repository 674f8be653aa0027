package fr.hubee.portal.desk.caselist;

import fr.hubee.desk.caselist.FoundText;
import fr.hubee.desk.caselist.FoundText.Part;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Shows in the list of télédossiers what its search has found. */
@Named
@RequestScoped
public class FoundWords {
    @Inject
    CaseListPage list;

    private FoundText found;

    public List<Part> of(String text) {
        if (found == null) {
            found = new FoundText(list.filter().text());
        }
        return found.parts(text);
    }
}
