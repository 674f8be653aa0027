package fr.hubee.portal.field;

import jakarta.faces.component.UIInput;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;

/**
 * Marks fields refused by Faces or by a service as invalid for assistive technology; registered in {@code
 * faces-config.xml}.
 */
public class InvalidFields implements SystemEventListener {
    private static final String ATTRIBUTE = "aria-invalid";

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIInput;
    }

    @Override
    public void processEvent(SystemEvent event) {
        var field = (UIInput) event.getSource();
        var told = event.getFacesContext().getMessageList(field.getClientId(event.getFacesContext()));
        if (field.isValid() && told.isEmpty()) {
            field.getPassThroughAttributes().remove(ATTRIBUTE);
        } else {
            field.getPassThroughAttributes().put(ATTRIBUTE, "true");
        }
    }
}
