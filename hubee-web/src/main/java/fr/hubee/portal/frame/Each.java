package fr.hubee.portal.frame;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.component.visit.VisitCallback;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/**
 * Writes what it holds once for each of some {@code items}, called {@code var}. What it repeats is only read: it holds no field and no
 * command of Faces, and so it spares what {@code ui:repeat} does for them at every turn.
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
        // nothing that is sent stands in it
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
        return false; // nothing in it is remembered
    }
}
