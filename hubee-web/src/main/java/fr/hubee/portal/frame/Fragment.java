package fr.hubee.portal.frame;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/**
 * The component of {@code ui:fragment}: it asks once whether it is rendered, where the one of Faces asks four times, and fires events that
 * nobody observes. Registered in {@code faces-config.xml}.
 */
public class Fragment extends UIComponentBase {
    @Override
    public String getFamily() {
        return "fr.hubee";
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeBegin(FacesContext context) {
        // it has no markup of its own
    }

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        for (var child : getChildren()) {
            child.encodeAll(context);
        }
    }

    @Override
    public void encodeEnd(FacesContext context) {
        // see encodeBegin
    }
}
