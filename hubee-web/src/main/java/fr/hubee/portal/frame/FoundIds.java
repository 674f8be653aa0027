package fr.hubee.portal.frame;

import jakarta.faces.component.UINamingContainer;
import jakarta.faces.component.search.SearchExpressionContext;
import jakarta.faces.component.search.SearchExpressionHandler;
import jakarta.faces.component.search.SearchExpressionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Searches a page once for each part that its buttons update: the buttons of a page name the same parts, and Faces would search the whole page
 * for each of them. Registered in {@code faces-config.xml}.
 */
public class FoundIds extends SearchExpressionHandlerWrapper {

    public FoundIds(SearchExpressionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public List<String> resolveClientIds(SearchExpressionContext search, String expressions) {
        boolean ofPage = isOfPage(search);
        var known = known(search.getFacesContext());
        var ids = new ArrayList<String>();
        for (var each : splitExpressions(search.getFacesContext(), expressions)) {
            if (ofPage && known.contains(each)) {
                ids.add(each);
            } else {
                var found = super.resolveClientIds(search, each);
                if (ofPage && !each.startsWith("@") && found.equals(List.of(each))) {
                    known.add(each);
                }
                ids.addAll(found);
            }
        }
        return ids;
    }

    /** Whether the button stands in no table or other part with names of its own; forms have none here. */
    private static boolean isOfPage(SearchExpressionContext search) {
        var faces = search.getFacesContext();
        return search.getSource().getClientId(faces).indexOf(UINamingContainer.getSeparatorChar(faces)) < 0;
    }

    @SuppressWarnings("unchecked") // only this class uses the key
    private static Set<String> known(FacesContext faces) {
        return (Set<String>) faces.getAttributes().computeIfAbsent(FoundIds.class, any -> new HashSet<String>());
    }
}
