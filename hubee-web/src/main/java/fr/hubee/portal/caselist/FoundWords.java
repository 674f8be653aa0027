package fr.hubee.portal.caselist;

import fr.hubee.caselist.FoundText;
import fr.hubee.caselist.FoundText.Part;
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
