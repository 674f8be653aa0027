package fr.hubee.portal.frame;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.visit.VisitCallback;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Renders its children once for each of the {@code items} (a collection or an array), as {@code var}. The children are read-only: without input
 * fields and commands of Faces, it avoids the work that {@code ui:repeat} does for them at every iteration.
 */
@FacesComponent("fr.hubee.each")
public final class Each extends Fragment {
    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        var names = context.getExternalContext().getRequestMap();
        var name = (String) getAttributes().get("var");
        var outside = names.get(name);
        for (var item : items()) {
            names.put(name, item);
            super.encodeChildren(context);
        }
        names.put(name, outside);
    }

    private Iterable<?> items() {
        var items = getAttributes().get("items");
        if (items instanceof Object[] array) {
            return Arrays.asList(array);
        }
        return items instanceof Iterable<?> several ? several : List.of();
    }

    @Override
    public void processDecodes(FacesContext context) {
        // it contains no input
    }

    @Override
    public void processValidators(FacesContext context) {
        // see processDecodes
    }

    @Override
    public void processUpdates(FacesContext context) {
        // see processDecodes
    }

    @Override
    public boolean visitTree(VisitContext context, VisitCallback callback) {
        return false; // its children have no state
    }
}
