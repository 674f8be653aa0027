package fr.hubee.portal.page;

import jakarta.enterprise.inject.Model;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UISelectBoolean;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.component.html.HtmlOutputLabel;
import jakarta.faces.context.FacesContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** The refusals of a page in the order of its fields, for the summary at its top and for its title. */
@Model
public class PageRefusals {

    /** @param field the id of the field in the page, or null for a refusal of the whole */
    public record Line(String text, String field) {
        public String href() {
            return "#" + field;
        }
    }

    public boolean isAny() {
        var highest = FacesContext.getCurrentInstance().getMaximumSeverity();
        return highest != null && highest.compareTo(FacesMessage.SEVERITY_ERROR) >= 0;
    }

    public List<Line> getLines() {
        var faces = FacesContext.getCurrentInstance();
        var lines = new LinkedHashSet<Line>();
        faces.getClientIdsWithMessages()
                .forEachRemaining(id -> faces.getMessageList(id).stream()
                        .filter(PageRefusals::isRefusal)
                        .map(message -> line(faces, id, message.getSummary()))
                        .forEach(lines::add));
        return List.copyOf(lines);
    }

    /** Names the field, since several may have the same message; the label of a box is a sentence. */
    private static Line line(FacesContext faces, String clientId, String text) {
        boolean whole = clientId == null || faces.getViewRoot().findComponent(clientId) instanceof UISelectBoolean;
        var label = whole ? null : label(faces.getViewRoot(), clientId);
        boolean named = label == null || text.toLowerCase(Locale.FRENCH).contains(label.toLowerCase(Locale.FRENCH));
        return new Line(named ? text : label + " : " + text, field(faces, clientId));
    }

    /** Returns null when the field has none. */
    private static String label(UIComponent within, String clientId) {
        if (within instanceof HtmlOutputLabel label && clientId.equals(label.getFor())) {
            return (String) label.getValue();
        }
        var parts = within.getFacetsAndChildren();
        while (parts.hasNext()) {
            var found = label(parts.next(), clientId);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Whether a refusal has a field to link to. */
    public boolean isOfFields() {
        return getLines().stream().anyMatch(line -> line.field() != null);
    }

    public List<String> getSuccesses() {
        return FacesContext.getCurrentInstance().getMessageList().stream()
                .filter(message -> !isRefusal(message))
                .map(FacesMessage::getSummary)
                .toList();
    }

    private static boolean isRefusal(FacesMessage message) {
        return message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0;
    }

    /** Returns the id of the field; for a value from the address, its name there. */
    private static String field(FacesContext faces, String clientId) {
        if (clientId == null) {
            return null;
        }
        var component = faces.getViewRoot().findComponent(clientId);
        return component instanceof UIViewParameter parameter ? parameter.getName() : clientId;
    }
}
