package fr.hubee.portal.field;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UICommand;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ActionEvent;

/**
 * Runs its action when the form is sent by a native button of its name. Such a button is in each line of a list and sends the identifier of
 * its line: after a change of the list, it cannot act on another line.
 */
@FacesComponent("fr.hubee.lineCommand")
public final class LineCommand extends UICommand {

    public LineCommand() {
        setRendererType(null); // nothing of it is on the page
    }

    @Override
    public void decode(FacesContext context) {
        var name = String.valueOf(getAttributes().get("name"));
        if (context.getExternalContext().getRequestParameterMap().containsKey(name)) {
            queueEvent(new ActionEvent(context, this));
        }
    }
}
