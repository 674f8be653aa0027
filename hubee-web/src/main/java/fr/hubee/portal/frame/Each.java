package fr.hubee.portal.frame;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.component.visit.VisitCallback;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/**
 * Renders its children once for each of the {@code items}, as {@code var}. The children are read-only: without input
 * fields and commands of Faces, it avoids the work that {@code ui:repeat} does for them at every iteration.
 */
@FacesComponent("fr.hubee.each")
public final class Each extends UIComponentBase {
    @Override
    public String getFamily() {
        return "fr.hubee";
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        var names = context.getExternalContext().getRequestMap();
        var name = (String) getAttributes().get("var");
        var outside = names.get(name);
        if (getAttributes().get("items") instanceof Iterable<?> items) {
            for (var item : items) {
                names.put(name, item);
                for (var child : getChildren()) {
                    child.encodeAll(context);
                }
            }
        }
        names.put(name, outside);
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
